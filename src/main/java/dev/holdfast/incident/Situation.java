package dev.holdfast.incident;

import dev.holdfast.diagnosis.Clues;
import dev.holdfast.observation.MonitorId;
import dev.holdfast.verdict.Result;
import dev.holdfast.verdict.Verdict;
import java.time.Instant;
import java.util.Optional;

/// All that one decision looks at.
///
/// @param state the monitor's before `result`
record Situation(Subject subject, MonitorState state, Result result, Ledger ledger, Surroundings surroundings) {

    MonitorId monitor() {
        return subject.monitor();
    }

    /// When what is decided happens.
    Instant at() {
        return result.endedAt();
    }

    boolean isFailure() {
        return result.verdict() == Verdict.FAIL;
    }

    /// The root cause of the failure.
    Fingerprint fingerprint() {
        return Fingerprint.of(subject, result);
    }

    /// The open incident the monitor is a member of.
    Optional<Incident> incident() {
        return Optional.ofNullable(state.incident()).flatMap(ledger::open);
    }

    /// Whether nobody is to be told anything new.
    boolean isQuiet() {
        return surroundings.areQuiet(subject, at());
    }

    /// The fix that configuration pins, if it is what broke.
    Optional<Fix> pinned() {
        return Optional.ofNullable(subject.fix()).filter(fix -> fix.covers(result.diagnosis()));
    }

    Incident.Kind kind() {
        return state.baseline() != null || subject.fix() != null ? Incident.Kind.REGRESSION : Incident.Kind.OUTAGE;
    }

    Severity severity() {
        return Optional.ofNullable(subject.severity())
                .orElseGet(() -> Severity.of(kind(), result.diagnosis().cause(), pinned().isPresent()));
    }

    Failure failure() {
        return new Failure(
                subject.monitor(),
                subject.group(),
                subject.url(),
                result.diagnosis(),
                result.judgement().reason(),
                state.lastPass().map(MonitorState.Baseline::status).orElse(null),
                Clues.of(result.observation()));
    }

    Incident.Member member() {
        return new Incident.Member(monitor(), fingerprint(), at(), null);
    }
}
