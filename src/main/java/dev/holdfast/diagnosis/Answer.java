package dev.holdfast.diagnosis;

import dev.holdfast.diagnosis.Search.Sighting;
import dev.holdfast.observation.Answered;
import dev.holdfast.observation.Answered.Hop;
import dev.holdfast.observation.Headers;
import dev.holdfast.observation.Request;
import dev.holdfast.observation.Trouble;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An answer, put together with what its body says.
///
/// @param request what was asked, null when nobody knows
/// @param hops the redirects that were followed on the way
/// @param broken what ended the body early, if anything did
record Answer(
        int status,
        Headers headers,
        @Nullable Request request,
        List<Hop> hops,
        @Nullable Trouble broken) {

    static Answer of(Answered answered) {
        return new Answer(
                answered.status(), answered.headers(), answered.request(), answered.hops(), answered.broken());
    }

    /// The status and the body together say what it is.
    Diagnosis diagnosis(Examination body, Dialects dialects) {
        if (status >= 500) {
            return body.sighting()
                    .map(sighting -> proven(body, sighting, dialects))
                    .orElseGet(() -> failed(body, dialects));
        }
        if (broken != null) {
            return new Diagnosis(
                    Outcomes.of(broken.kind()),
                    status,
                    Cause.of(broken.kind()),
                    null,
                    null,
                    brokenOff(broken),
                    "",
                    null);
        }
        if (status == 429 || isOutOfQuota()) {
            return limited(body);
        }
        return body.sighting()
                .filter(sighting -> sighting.signature().cause() != Cause.APPLICATION_ERROR)
                .map(sighting -> proven(body, sighting, dialects))
                .orElseGet(() -> answered(body, dialects));
    }

    private String brokenOff(Trouble trouble) {
        var detail = Redaction.of(trouble.detail());
        return switch (trouble.kind()) {
            case REDIRECT_LOOP, TOO_MANY_REDIRECTS ->
                request == null ? detail : detail + ": " + Redirects.path(hops, request.uri());
            default -> detail;
        };
    }

    private Diagnosis proven(Examination body, Sighting sighting, Dialects dialects) {
        var signature = sighting.signature();
        var cause = signature.cause();
        var found = sighting.found();
        var relation = cause.isSchema() && found.relation() != null ? Redaction.of(found.relation()) : null;
        var dialect = signature.dialect();
        if (dialect == null && cause.isOfDatabase()) {
            dialect = dialects.near(body.text(), found);
        }
        var evidence = Evidence.of(body.text(), found);
        var clause = cause == Cause.APPLICATION_ERROR ? evidence : Guide.clause(cause, signature.clause(), relation);
        return new Diagnosis(
                Outcomes.of(status, cause),
                status,
                cause,
                relation,
                dialect,
                clause + ofHealth(body, cause),
                evidence,
                signature.name());
    }

    /// A schema's cause says already what the component says.
    private static String ofHealth(Examination body, Cause cause) {
        return body.health()
                .filter(health -> !health.failing().isEmpty())
                .map(health -> " (" + (cause.isSchema() ? health.names() : health.sentence()) + ")")
                .orElse("");
    }

    /// A failure that names no cause: a health body may still name a component.
    private Diagnosis failed(Examination body, Dialects dialects) {
        if (status == 511) {
            return with(Cause.UPSTREAM_GATEWAY, "the network wants a log-in before it lets anybody through", "", null);
        }
        if (body.health().isPresent()) {
            return unwell(body.health().get(), dialects);
        }
        var message = ProgramMessage.in(body.reading(), body.text());
        var cause = ofStatus();
        return cause == Cause.APPLICATION_ERROR
                ? with(cause, message.isEmpty() ? "answers " + status : message, message, null)
                : with(cause, Guide.clause(cause, null, null), message, null);
    }

    /// What the status alone tells. A 503 is said by gateways and programs alike, so it tells nothing.
    private Cause ofStatus() {
        if (status == 507) {
            return Cause.DISK_FULL;
        }
        return Outcomes.isGateways(status) && status != 503 ? Cause.UPSTREAM_GATEWAY : Cause.APPLICATION_ERROR;
    }

    private Diagnosis unwell(Health health, Dialects dialects) {
        var cause = health.cause();
        var said = health.sentence();
        return cause == Cause.APPLICATION_ERROR
                ? with(cause, said, said, null)
                : new Diagnosis(
                        Outcomes.of(status, cause),
                        status,
                        cause,
                        null,
                        cause.isOfDatabase() ? dialects.spokenOf(said) : null,
                        Guide.clause(cause, null, null) + " (" + said + ")",
                        said,
                        "health.component");
    }

    private Diagnosis limited(Examination body) {
        var wait = headers.first("retry-after").map(value -> "; asks to wait " + seconds(value));
        return with(
                Cause.RATE_LIMITED,
                "too many requests" + wait.orElse(""),
                ProgramMessage.in(body.reading(), body.text()),
                null);
    }

    private static String seconds(String value) {
        return value.strip().chars().allMatch(Character::isDigit)
                ? value.strip() + " s"
                : "until " + Redaction.of(value.strip());
    }

    /// GitHub and others refuse with 403 when nothing is left of a quota.
    private boolean isOutOfQuota() {
        return status == 403
                && (headers.first("x-ratelimit-remaining").filter("0"::equals).isPresent()
                        || headers.first("ratelimit-remaining")
                                .filter("0"::equals)
                                .isPresent());
    }

    private Diagnosis answered(Examination body, Dialects dialects) {
        return switch (status) {
            case 401, 403, 407 -> guarded(body);
            default -> status / 100 == 3 ? redirected() : healthy(body, dialects);
        };
    }

    private Diagnosis guarded(Examination body) {
        var guarded = Guarded.of(status, headers, body.reading().raw());
        if (request == null || request.presented().isEmpty() || status == 407) {
            return with(Cause.NONE, guarded.sentence(), "", null);
        }
        return with(
                guarded.isExpired() ? Cause.CREDENTIAL_EXPIRED : Cause.CREDENTIAL_REJECTED,
                guarded.rejection(),
                ProgramMessage.in(body.reading(), body.text()),
                null);
    }

    private Diagnosis redirected() {
        return with(
                Cause.NONE,
                Redirects.sentence(status, request, headers.first("location").orElse(null), hops),
                "",
                null);
    }

    private Diagnosis healthy(Examination body, Dialects dialects) {
        return body.health()
                .map(health -> unwell(health, dialects))
                .orElseGet(() -> with(
                        Cause.NONE,
                        "answers " + status + (request == null ? "" : Redirects.end(request, hops)),
                        "",
                        null));
    }

    private Diagnosis with(Cause cause, String explanation, String evidence, @Nullable String signature) {
        return new Diagnosis(Outcomes.of(status, cause), status, cause, null, null, explanation, evidence, signature);
    }
}
