package dev.holdfast.store;

import dev.holdfast.diagnosis.Cause;
import dev.holdfast.diagnosis.Diagnosis;
import dev.holdfast.diagnosis.Dialect;
import dev.holdfast.diagnosis.Outcome;
import dev.holdfast.incident.Flapping;
import dev.holdfast.incident.Impact;
import dev.holdfast.incident.Insistence;
import dev.holdfast.incident.Lifecycle;
import dev.holdfast.incident.Patience;
import dev.holdfast.incident.Step;
import dev.holdfast.incident.Subject;
import dev.holdfast.incident.Surroundings;
import dev.holdfast.observation.Answered;
import dev.holdfast.observation.Body;
import dev.holdfast.observation.Headers;
import dev.holdfast.observation.MonitorId;
import dev.holdfast.observation.Phases;
import dev.holdfast.observation.Request;
import dev.holdfast.verdict.Judgement;
import dev.holdfast.verdict.Result;
import dev.holdfast.verdict.Verdict;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Made-up monitors of one application, whose checks the real lifecycle decides about. Believes the first failure and
/// the first pass.
final class Village {
    static final Instant MORNING = Instant.parse("2026-01-02T08:00:00.123456789Z");
    private static final Patience NONE =
            new Patience(0, Duration.ofSeconds(1), 1, new Flapping(1_000, Duration.ofHours(1), Duration.ofMinutes(1)));

    private final Store store;
    private final List<String> channels;

    Village(Store store, String... channels) {
        this.store = store;
        this.channels = channels.length == 0 ? List.of("oncall") : List.of(channels);
    }

    /// `name` passes.
    Step passes(String name, Instant at) {
        var fine = new Diagnosis(Outcome.AUTH_REQUIRED, 401, Cause.NONE, null, null, "answers 401", "", null);
        return check(result(name, at, fine, new Judgement(Verdict.PASS, "401 as expected")));
    }

    /// `name` fails because `relation` is missing: a root cause of its own for each relation.
    Step fails(String name, String relation, Instant at) {
        return check(failure(name, relation, at, "expected 401, got 500"));
    }

    static Result failure(String name, String relation, Instant at, String reason) {
        var broken = new Diagnosis(
                Outcome.RELATION_ERROR,
                500,
                Cause.RELATION_MISSING,
                relation,
                Dialect.POSTGRESQL,
                "relation \"" + relation + "\" does not exist",
                "ERROR: relation \"" + relation + "\" does not exist",
                "postgresql_relation");
        return result(name, at, broken, new Judgement(Verdict.FAIL, reason));
    }

    Step check(Result result) {
        var subject = subject(result.monitor());
        return store.advance(
                result.monitor(), (state, ledger) -> Lifecycle.next(subject, state, result, ledger, Surroundings.CALM));
    }

    private Subject subject(MonitorId monitor) {
        return new Subject(
                monitor,
                "admin",
                url(monitor),
                "app.example.com",
                NONE,
                null,
                null,
                new Impact("contract waiting", new BigDecimal("925000.00"), "GBP"),
                URI.create("https://wiki.example.com/runbooks/modules"),
                channels,
                Insistence.NONE,
                Map.of(),
                List.of());
    }

    private static Result result(String name, Instant at, Diagnosis diagnosis, Judgement judgement) {
        var monitor = new MonitorId(name);
        var seen = new Answered(
                at,
                Duration.ofNanos(12_345_678),
                Phases.NONE,
                new Request("GET", url(monitor), null),
                diagnosis.status() == null ? 200 : diagnosis.status(),
                Headers.NONE,
                Body.EMPTY,
                List.of(),
                null,
                null);
        return new Result(monitor, "admin", seen, diagnosis, judgement);
    }

    private static URI url(MonitorId monitor) {
        return URI.create("https://app.example.com/api/v1/admin/" + monitor);
    }
}
