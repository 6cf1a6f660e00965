package dev.holdfast.verdict;

import dev.holdfast.diagnosis.Diagnosis;
import dev.holdfast.observation.MonitorId;
import dev.holdfast.observation.Observation;
import java.time.Instant;

/// One finished check: what was seen, why, and what it means.
public record Result(
        MonitorId monitor, String group, Observation observation, Diagnosis diagnosis, Judgement judgement) {

    /// When the check began.
    public Instant at() {
        return observation.at();
    }

    /// When the check ended.
    public Instant endedAt() {
        return observation.at().plus(observation.took());
    }

    /// The verdict alone.
    public Verdict verdict() {
        return judgement.verdict();
    }
}
