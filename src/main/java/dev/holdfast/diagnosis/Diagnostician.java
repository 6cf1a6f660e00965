package dev.holdfast.diagnosis;

import dev.holdfast.observation.Answered;
import dev.holdfast.observation.NotTried;
import dev.holdfast.observation.Observation;
import dev.holdfast.observation.Trouble;
import dev.holdfast.observation.Unanswered;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says what came back and why.
public final class Diagnostician {
    private static final Diagnostician STANDARD = new Diagnostician(new Signatures(Catalogue.signatures()));

    private final Signatures signatures;

    private Diagnostician(Signatures signatures) {
        this.signatures = signatures;
    }

    /// The diagnostician that knows the built-in signatures.
    public static Diagnostician standard() {
        return STANDARD;
    }

    /// What `seen` is, and why. Total and pure.
    public Diagnosis diagnose(Observation seen) {
        return switch (seen) {
            case Answered answered -> answered(answered);
            case Unanswered unanswered -> silent(unanswered.trouble());
            case NotTried notTried -> notTried(notTried);
        };
    }

    private Diagnosis answered(Answered answered) {
        int status = answered.status();
        var broken = answered.broken();
        if (broken != null && status < 500) {
            return broken(status, broken);
        }
        if (status >= 500) {
            return failed(answered);
        }
        return plain(status, Cause.NONE, sentence(answered));
    }

    private static String sentence(Answered answered) {
        return answered.status() / 100 == 3 && answered.status() != 304
                ? Redirects.sentence(
                        answered.request().uri(),
                        answered.headers().first("location").orElse(null))
                : "answers " + answered.status();
    }

    private Diagnosis failed(Answered answered) {
        var contentType = answered.headers().first("content-type").orElse(null);
        for (var reading : Decoding.readings(answered.body().bytes(), contentType)) {
            var text = Text.of(reading, contentType);
            var sighting = signatures.find(text);
            if (sighting.isPresent()) {
                return proven(answered.status(), text, sighting.get());
            }
        }
        var cause = Outcomes.isGateways(answered.status()) ? Cause.UPSTREAM_GATEWAY : Cause.APPLICATION_ERROR;
        return plain(answered.status(), cause, "answers " + answered.status());
    }

    private static Diagnosis proven(int status, Text text, Signatures.Sighting sighting) {
        var signature = sighting.signature();
        var cause = signature.cause();
        var found = sighting.found();
        var relation = cause.isSchema() ? found.relation() : null;
        return new Diagnosis(
                Outcomes.of(status, cause),
                status,
                cause,
                relation,
                signature.dialect(),
                explanation(cause, relation),
                Evidence.of(text, found.start(), found.end()),
                signature.name());
    }

    private static String explanation(Cause cause, @Nullable String relation) {
        var what = cause == Cause.COLUMN_MISSING ? "column" : "relation";
        return Optional.ofNullable(relation)
                .map(name -> what + " \"" + name + "\" does not exist")
                .orElseGet(() -> cause.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    private static Diagnosis plain(int status, Cause cause, String explanation) {
        return new Diagnosis(Outcomes.of(status, cause), status, cause, null, null, explanation, "", null);
    }

    private static Diagnosis broken(int status, Trouble trouble) {
        return new Diagnosis(
                Outcomes.of(trouble.kind()), status, Cause.of(trouble.kind()), null, null, trouble.detail(), "", null);
    }

    private static Diagnosis silent(Trouble trouble) {
        return new Diagnosis(
                Outcomes.of(trouble.kind()), null, Cause.of(trouble.kind()), null, null, trouble.detail(), "", null);
    }

    private static Diagnosis notTried(NotTried notTried) {
        var cause = switch (notTried.why()) {
            case CREDENTIAL_PROVIDER_DOWN -> Cause.CREDENTIAL_PROVIDER_DOWN;
            case ADDRESS_REFUSED, INTERNAL_ERROR -> Cause.NONE;
        };
        return new Diagnosis(Outcome.NOT_TRIED, null, cause, null, null, notTried.detail(), "", null);
    }
}
