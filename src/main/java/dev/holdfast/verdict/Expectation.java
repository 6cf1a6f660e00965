package dev.holdfast.verdict;

import dev.holdfast.diagnosis.Diagnosis;
import dev.holdfast.observation.Observation;

/// What a monitor has to see.
public interface Expectation {

    /// What `seen`, diagnosed as `diagnosis`, means. Total: every observation has a verdict and a reason.
    Judgement judge(Observation seen, Diagnosis diagnosis);
}
