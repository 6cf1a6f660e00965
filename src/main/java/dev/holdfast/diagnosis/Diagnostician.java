package dev.holdfast.diagnosis;

import dev.holdfast.observation.Answered;
import dev.holdfast.observation.NotTried;
import dev.holdfast.observation.Observation;
import dev.holdfast.observation.Trouble;
import dev.holdfast.observation.Unanswered;
import java.util.List;
import java.util.stream.Stream;

/// Says what came back and why.
public final class Diagnostician {
    private static final List<Signature> BUILT_IN = Catalogue.signatures();
    private static final Dialects DIALECTS = new Dialects();
    private static final Diagnostician STANDARD = new Diagnostician(BUILT_IN);

    private final Signatures signatures;

    Diagnostician(List<Signature> signatures) {
        this.signatures = new Signatures(signatures);
    }

    /// The diagnostician that knows the built-in signatures.
    public static Diagnostician standard() {
        return STANDARD;
    }

    /// One that asks `own` signatures before the built-in ones.
    public static Diagnostician with(List<Signature> own) {
        return own.isEmpty()
                ? STANDARD
                : new Diagnostician(
                        Stream.concat(own.stream(), BUILT_IN.stream()).toList());
    }

    /// What `seen` is, and why. Total and pure.
    public Diagnosis diagnose(Observation seen) {
        return switch (seen) {
            case Answered answered -> Answer.of(answered).diagnosis(examine(answered), DIALECTS);
            case Unanswered unanswered -> silent(unanswered.trouble());
            case NotTried notTried -> notTried(notTried);
        };
    }

    /// What a pasted response is, and why: as [#diagnose(Observation)], knowing nothing of the request.
    public Diagnosis diagnose(Pasted pasted) {
        var examination = Examination.of(signatures, pasted.status(), null, pasted.headers(), pasted.body());
        return new Answer(pasted.status(), pasted.headers(), null, List.of(), null).diagnosis(examination, DIALECTS);
    }

    /// The same as [#diagnose(Observation)], with how it came to it.
    public Explained explain(Observation seen) {
        return switch (seen) {
            case Answered answered -> {
                var examination = examine(answered);
                yield new Explained(
                        Answer.of(answered).diagnosis(examination, DIALECTS),
                        examination.tried(),
                        Clues.of(
                                answered.status(),
                                answered.headers(),
                                examination.reading().raw()));
            }
            case Unanswered _, NotTried _ -> new Explained(diagnose(seen), List.of(), Clues.NONE);
        };
    }

    private Examination examine(Answered answered) {
        return Examination.of(signatures, answered.status(), answered.request(), answered.headers(), answered.body());
    }

    private static Diagnosis silent(Trouble trouble) {
        return new Diagnosis(
                Outcomes.of(trouble.kind()),
                null,
                Cause.of(trouble.kind()),
                null,
                null,
                Redaction.of(trouble.detail()),
                "",
                null);
    }

    private static Diagnosis notTried(NotTried notTried) {
        var cause = switch (notTried.why()) {
            case CREDENTIAL_PROVIDER_DOWN -> Cause.CREDENTIAL_PROVIDER_DOWN;
            case ADDRESS_REFUSED, INTERNAL_ERROR -> Cause.NONE;
        };
        return new Diagnosis(Outcome.NOT_TRIED, null, cause, null, null, Redaction.of(notTried.detail()), "", null);
    }
}
