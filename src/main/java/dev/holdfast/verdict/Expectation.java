package dev.holdfast.verdict;

import dev.holdfast.diagnosis.Cause;
import dev.holdfast.diagnosis.Diagnosis;
import dev.holdfast.diagnosis.Redaction;
import dev.holdfast.observation.Answered;
import dev.holdfast.observation.NotTried;
import dev.holdfast.observation.Observation;
import dev.holdfast.observation.Unanswered;

/// What a monitor has to see.
public sealed interface Expectation permits Usual, Stated {

    /// What `seen`, diagnosed as `diagnosis`, means. Total: every observation has a verdict and a reason.
    default Judgement judge(Observation seen, Diagnosis diagnosis) {
        return switch (seen) {
            case NotTried _ ->
                diagnosis.cause() == Cause.CREDENTIAL_PROVIDER_DOWN
                        ? Judgement.fail(diagnosis.explanation())
                        : Judgement.unknown(diagnosis.explanation());
            case Unanswered _ -> Judgement.fail("no answer: " + diagnosis.explanation());
            case Answered answered ->
                answered.trouble()
                        .map(trouble -> Judgement.fail("answers " + answered.status() + ", but the answer breaks off: "
                                + Redaction.of(trouble.detail())))
                        .orElseGet(() -> judgeWhole(answered, diagnosis));
        };
    }

    /// The same for an answer that arrived whole, as far as it is kept.
    Judgement judgeWhole(Answered answered, Diagnosis diagnosis);

    /// `answers 500: relation "x" does not exist`, or only the status when there is no cause to name.
    static String said(Answered answered, Diagnosis diagnosis) {
        return "answers " + answered.status() + because(diagnosis);
    }

    /// The cause as a clause to append, empty when there is none.
    static String because(Diagnosis diagnosis) {
        return diagnosis.explanation().isBlank() ? "" : ": " + diagnosis.explanation();
    }
}
