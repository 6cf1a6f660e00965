package dev.holdfast.incident;

import dev.holdfast.incident.Incident.Kind;
import dev.holdfast.incident.Incident.Member;
import dev.holdfast.incident.MonitorState.Baseline;
import dev.holdfast.verdict.Result;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How an incident begins: what is known of it in its first moment, from the monitor, its past and the ledger of what
/// was fixed before.
final class Opening {
    private Opening() {}

    static Change of(
            Subject subject, MonitorState state, Result failed, Instant firstFailed, Ledger ledger, boolean quiet) {
        var at = failed.endedAt();
        var fingerprint = Fingerprint.of(subject, failed);
        var kind = kind(subject, state);
        var incident = new Incident(
                IncidentId.of(fingerprint, at),
                origin(subject, state, failed, firstFailed, ledger),
                fingerprint,
                kind,
                severity(subject, kind, failed, pinned(subject, failed)),
                failure(subject, state, failed),
                List.of(new Member(subject.monitor(), fingerprint, at, null)),
                quiet ? List.of() : subject.channels(),
                Calls.NONE,
                null,
                null,
                1);
        return new Change(incident, Membership.tell(Event.INCIDENT_OPENED, incident, incident.channels(), at));
    }

    private static Incident.Origin origin(
            Subject subject, MonitorState state, Result failed, Instant firstFailed, Ledger ledger) {
        var earlier = ledger.resolvedWith(Fingerprint.of(subject, failed));
        var pinned = pinned(subject, failed);
        int seenBefore = earlier.map(incident -> incident.origin().occurrence()).orElse(pinned.isPresent() ? 1 : 0);
        return new Incident.Origin(
                seenBefore + 1,
                earlier.map(Incident::id).orElse(null),
                failed.endedAt(),
                firstFailed,
                state.lastPass().map(Baseline::at).orElse(null),
                Stream.concat(pinned.stream(), earlier.flatMap(one -> ended(one, ledger)).stream())
                        .filter(fix -> !fix.at().isAfter(firstFailed))
                        .max(Comparator.comparing(Fix::at))
                        .orElse(null),
                subject.impact(),
                subject.runbook(),
                ledger.deploymentBefore(firstFailed).orElse(null),
                subject.patience().flapping().is(state.wentDown(), firstFailed),
                subject.insistence());
    }

    /// What ended `earlier`: nobody said, so it may have been the last deployment that came while it was open.
    private static Optional<Fix> ended(Incident earlier, Ledger ledger) {
        var diagnosis = earlier.failure().diagnosis();
        return Optional.ofNullable(earlier.resolvedAt())
                .map(end -> new Fix(
                        end,
                        diagnosis.cause(),
                        diagnosis.relation(),
                        ledger.deploymentBefore(end)
                                .filter(deployed -> deployed.at().isAfter(earlier.origin().firstFailedAt()))
                                .map(Deployment::name)
                                .orElse(null)));
    }

    /// The fix that configuration pins, if it is what broke.
    static Optional<Fix> pinned(Subject subject, Result failed) {
        return Optional.ofNullable(subject.fix()).filter(fix -> fix.covers(failed.diagnosis()));
    }

    static Kind kind(Subject subject, MonitorState state) {
        return state.baseline() != null || subject.fix() != null ? Kind.REGRESSION : Kind.OUTAGE;
    }

    static Severity severity(Subject subject, Kind kind, Result failed, Optional<Fix> pinned) {
        return Optional.ofNullable(subject.severity())
                .orElseGet(() -> Severity.of(kind, failed.diagnosis().cause(), pinned.isPresent()));
    }

    static Failure failure(Subject subject, MonitorState state, Result failed) {
        return new Failure(
                subject.monitor(),
                subject.group(),
                subject.url(),
                failed.diagnosis(),
                failed.judgement().reason(),
                state.lastPass().map(Baseline::status).orElse(null));
    }
}
