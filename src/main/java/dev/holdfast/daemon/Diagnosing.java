package dev.holdfast.daemon;

import dev.holdfast.config.Settings;
import dev.holdfast.diagnosis.Diagnosis;
import dev.holdfast.diagnosis.Diagnostician;
import dev.holdfast.observation.Observation;

/// Diagnoses by the signatures of the configuration of the moment.
final class Diagnosing {
    private volatile Diagnostician diagnostician;

    Diagnosing(Settings settings) {
        diagnostician = Diagnostician.with(settings.signatures());
    }

    /// From the next check on, `settings` say what the user's own signatures are.
    void follow(Settings settings) {
        diagnostician = Diagnostician.with(settings.signatures());
    }

    Diagnosis diagnose(Observation seen) {
        return diagnostician.diagnose(seen);
    }
}
