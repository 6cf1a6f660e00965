package dev.holdfast.scene;

import dev.holdfast.diagnosis.Cause;
import dev.holdfast.diagnosis.Diagnosis;
import dev.holdfast.diagnosis.Dialect;
import dev.holdfast.diagnosis.Outcome;
import dev.holdfast.incident.Subject;
import dev.holdfast.observation.Answered;
import dev.holdfast.observation.Body;
import dev.holdfast.observation.Headers;
import dev.holdfast.observation.NotTried;
import dev.holdfast.observation.Observation;
import dev.holdfast.observation.Peer;
import dev.holdfast.observation.Phases;
import dev.holdfast.observation.Phases.Phase;
import dev.holdfast.observation.Request;
import dev.holdfast.observation.Trouble;
import dev.holdfast.observation.Unanswered;
import dev.holdfast.verdict.Judgement;
import dev.holdfast.verdict.Result;
import dev.holdfast.verdict.Verdict;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one check saw, and what it was taken for.
public interface Saw {

    /// The result of such a check of `subject` at `at`.
    Result by(Subject subject, Instant at);

    /// As expected, with `status`.
    static Saw expected(int status) {
        var outcome = status == 401 ? Outcome.AUTH_REQUIRED : Outcome.OK;
        return answered(
                diagnosis(outcome, status, Cause.NONE, null, "answers " + status, ""),
                Verdict.PASS,
                "answers " + status + ", as expected");
    }

    /// A redirect that nobody expects.
    static Saw redirect() {
        return answered(
                diagnosis(Outcome.REDIRECT, 307, Cause.NONE, null, "answers 307", ""),
                Verdict.REVIEW,
                "307 to the same address with a slash at its end: give the monitor that address, or let it follow");
    }

    /// A 500 that names the missing relation, with what the response said.
    static Saw missing(String relation, String evidence) {
        return answered(
                diagnosis(
                        Outcome.RELATION_ERROR,
                        500,
                        Cause.RELATION_MISSING,
                        relation,
                        "relation \"" + relation + "\" does not exist",
                        evidence),
                Verdict.FAIL,
                "500 instead of 401");
    }

    /// A 500 that says nothing.
    static Saw error() {
        return answered(
                diagnosis(Outcome.SERVER_ERROR, 500, Cause.APPLICATION_ERROR, null, "answers 500", ""),
                Verdict.FAIL,
                "500 instead of 401");
    }

    /// Nobody listens.
    static Saw refused() {
        return (subject, at) -> new Result(
                subject.monitor(),
                subject.group(),
                new Unanswered(
                        at,
                        Duration.ofMillis(3),
                        new Phases(Map.of(Phase.RESOLVE, Duration.ofMillis(2))),
                        request(subject),
                        new Trouble(Trouble.Kind.REFUSED, "127.0.0.1:443 refused the connection"),
                        List.of(),
                        peer()),
                diagnosis(Outcome.CONNECT_ERROR, null, Cause.REFUSED, null, "127.0.0.1:443 refused the connection", ""),
                new Judgement(Verdict.FAIL, "no answer: 127.0.0.1:443 refused the connection"));
    }

    /// Nothing, for a reason of our own.
    static Saw nothing() {
        return (subject, at) -> new Result(
                subject.monitor(),
                subject.group(),
                new NotTried(at, request(subject), NotTried.Why.INTERNAL_ERROR, "Holdfast failed"),
                diagnosis(Outcome.NOT_TRIED, null, Cause.NONE, null, "Holdfast failed", ""),
                new Judgement(Verdict.UNKNOWN, "not tried: Holdfast failed"));
    }

    private static Saw answered(Diagnosis diagnosis, Verdict verdict, String reason) {
        return (subject, at) -> new Result(
                subject.monitor(),
                subject.group(),
                observation(subject, at, diagnosis.status() == null ? 0 : diagnosis.status()),
                diagnosis,
                new Judgement(verdict, reason));
    }

    private static Observation observation(Subject subject, Instant at, int status) {
        var phases = new Phases(Map.of(
                Phase.RESOLVE, Duration.ofMillis(2),
                Phase.CONNECT, Duration.ofMillis(11),
                Phase.TLS, Duration.ofMillis(24),
                Phase.PROCESSING, Duration.ofMillis(48),
                Phase.TRANSFER, Duration.ofMillis(3)));
        return new Answered(
                at,
                Duration.ofMillis(88),
                phases,
                request(subject),
                status,
                Headers.NONE,
                Body.EMPTY,
                List.of(),
                peer(),
                null);
    }

    private static Request request(Subject subject) {
        return new Request("GET", subject.url(), null);
    }

    private static Peer peer() {
        var expires = Instant.parse("2027-01-01T00:00:00Z");
        var certificate = new Peer.Certificate(
                "CN=app.example.com", "CN=Example", expires.minus(Duration.ofDays(90)), expires, List.of());
        return new Peer(InetAddress.getLoopbackAddress(), 443, new Peer.Tls("TLSv1.3", List.of(certificate)));
    }

    private static Diagnosis diagnosis(
            Outcome outcome,
            @Nullable Integer status,
            Cause cause,
            @Nullable String relation,
            String explanation,
            String evidence) {
        var dialect = relation == null ? null : Dialect.POSTGRESQL;
        return new Diagnosis(outcome, status, cause, relation, dialect, explanation, evidence, null);
    }
}
