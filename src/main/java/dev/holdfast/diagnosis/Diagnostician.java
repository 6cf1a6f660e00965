package dev.holdfast.diagnosis;

import dev.holdfast.observation.Answered;
import dev.holdfast.observation.NotTried;
import dev.holdfast.observation.Observation;
import dev.holdfast.observation.Unanswered;

/// Says what came back and why.
public final class Diagnostician {

    /// The diagnostician that knows the built-in signatures.
    public static Diagnostician standard() {
        return new Diagnostician();
    }

    /// What `seen` is, and why. Total and pure.
    public Diagnosis diagnose(Observation seen) {
        return switch (seen) {
            case Answered answered -> answered(answered);
            case Unanswered unanswered -> silent(unanswered);
            case NotTried notTried -> notTried(notTried);
        };
    }

    private static Diagnosis answered(Answered answered) {
        return new Diagnosis(
                Outcome.OK, answered.status(), Cause.NONE, null, null, "answers " + answered.status(), "", null);
    }

    private static Diagnosis silent(Unanswered unanswered) {
        var trouble = unanswered.trouble();
        return new Diagnosis(Outcome.TIMEOUT, null, Cause.of(trouble.kind()), null, null, trouble.detail(), "", null);
    }

    private static Diagnosis notTried(NotTried notTried) {
        return new Diagnosis(Outcome.NOT_TRIED, null, Cause.NONE, null, null, notTried.detail(), "", null);
    }
}
