package dev.holdfast.incident;

import dev.holdfast.incident.MonitorState.Baseline;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How an incident begins: what is known of it in its first moment, from the monitor, its past and the ledger of what
/// was fixed before.
final class Opening {
    private Opening() {}

    /// @param now the monitor's state with this failure
    static Change of(Situation before, MonitorState now, Instant firstFailed) {
        var incident = new Incident(
                IncidentId.of(before.fingerprint(), before.at()),
                origin(before, now, firstFailed),
                before.fingerprint(),
                before.kind(),
                before.severity(),
                before.failure(),
                List.of(before.member()),
                before.isQuiet() ? List.of() : before.subject().channels(),
                Calls.NONE,
                null,
                null,
                1);
        return new Change(incident, Membership.tell(Event.INCIDENT_OPENED, incident, incident.channels(), before.at()));
    }

    private static Incident.Origin origin(Situation before, MonitorState now, Instant firstFailed) {
        var subject = before.subject();
        var earlier = before.ledger().resolvedWith(before.fingerprint());
        return new Incident.Origin(
                occurrence(before, earlier),
                earlier.map(Incident::id).orElse(null),
                before.at(),
                firstFailed,
                before.state().lastPass().map(Baseline::at).orElse(null),
                fix(before, earlier, firstFailed).orElse(null),
                subject.impact(),
                subject.runbook(),
                before.ledger().deploymentBefore(firstFailed).orElse(null),
                subject.patience().flapping().is(now.wentDown(), firstFailed),
                subject.insistence());
    }

    private static int occurrence(Situation before, Optional<Incident> earlier) {
        int seen = earlier.map(incident -> incident.origin().occurrence())
                .orElse(before.pinned().isPresent() ? 1 : 0);
        return seen + 1;
    }

    /// The newest of what is known to have been a fix.
    private static Optional<Fix> fix(Situation before, Optional<Incident> earlier, Instant firstFailed) {
        var ended = earlier.flatMap(incident -> ended(incident, before.ledger()));
        return Stream.concat(before.pinned().stream(), ended.stream())
                .filter(fix -> !fix.at().isAfter(firstFailed))
                .max(Comparator.comparing(Fix::at));
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
                                .filter(deployed ->
                                        deployed.at().isAfter(earlier.origin().firstFailedAt()))
                                .map(Deployment::name)
                                .orElse(null)));
    }
}
