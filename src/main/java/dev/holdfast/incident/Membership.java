package dev.holdfast.incident;

import dev.holdfast.incident.Incident.Member;
import dev.holdfast.observation.MonitorId;
import dev.holdfast.verdict.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Who belongs to which root cause: joining, changing, leaving, and who is told of it.
final class Membership {
    private Membership() {}

    /// `subject` is down and belongs nowhere yet: it joins the open incident of its root cause, or opens one.
    ///
    /// @param quiet whether nobody may be told of it now
    static Change join(
            Subject subject, MonitorState state, Result failed, Instant firstFailed, Ledger ledger, boolean quiet) {
        return ledger.openWith(Fingerprint.of(subject, failed))
                .map(incident -> joined(incident, subject, state, failed, quiet))
                .orElseGet(() -> Opening.of(subject, state, failed, firstFailed, ledger, quiet));
    }

    /// Channels that already know are told by one gathered update, those that only this member tells learn of it at
    /// once. Who comes back is no news.
    private static Change joined(
            Incident incident, Subject subject, MonitorState state, Result failed, boolean quiet) {
        var at = failed.endedAt();
        var member = new Member(subject.monitor(), Fingerprint.of(subject, failed), at, null);
        var pinned = Opening.pinned(subject, failed);
        var kind = Opening.kind(subject, state);
        boolean isBack = incident.members().stream()
                .anyMatch(known -> known.monitor().equals(subject.monitor()));
        var next = incident.joinedBy(
                member,
                kind == Incident.Kind.REGRESSION,
                Opening.severity(subject, kind, failed, pinned),
                pinned);
        if (quiet) {
            return new Change(next, List.of());
        }
        return isBack ? caughtUp(next, subject, at) : updated(next, subject, at, Calls.GATHERING);
    }

    /// A member fails on. Nobody is told unless it fails otherwise than before, or a channel does not know yet: it was
    /// silent when the incident opened, or is new.
    static Optional<Change> failsOn(
            Incident incident, Subject subject, MonitorState state, Result failed, boolean quiet) {
        var fingerprint = Fingerprint.of(subject, failed);
        var changed = incident.failing(subject.monitor())
                .filter(member -> !member.fingerprint().equals(fingerprint))
                .map(_ -> incident.changedBy(subject.monitor(), fingerprint, Opening.failure(subject, state, failed)));
        if (quiet) {
            return changed.map(next -> new Change(next, List.of()));
        }
        return changed.map(next -> updated(next, subject, failed.endedAt(), Duration.ZERO))
                .or(() -> Optional.of(caughtUp(incident, subject, failed.endedAt()))
                        .filter(change -> !change.owed().isEmpty()));
    }

    private static Change updated(Incident incident, Subject subject, Instant at, Duration gathering) {
        var known = incident.channels();
        var next = incident.calling(incident.calls().updated(at, gathering));
        var due = Optional.ofNullable(next.calls().updateDue()).orElse(at);
        var fresh = caughtUp(next, subject, at);
        var updates = known.stream()
                .map(channel -> Notice.of(Event.INCIDENT_UPDATED, channel, fresh.incident(), at, due));
        return new Change(
                fresh.incident(), Stream.concat(updates, fresh.owed().stream()).toList());
    }

    /// Tells of the opening whom `subject` tells and who does not know.
    private static Change caughtUp(Incident incident, Subject subject, Instant at) {
        var fresh = incident.untold(subject.channels());
        if (fresh.isEmpty()) {
            return new Change(incident, List.of());
        }
        var next = incident.toldTo(fresh);
        return new Change(next, tell(Event.INCIDENT_OPENED, next, fresh, at));
    }

    /// `monitor` fails no more, or is watched no more. The last one to leave resolves the incident.
    static Optional<Change> leave(Incident incident, MonitorId monitor, Instant at) {
        return incident.failing(monitor)
                .map(_ -> incident.leftBy(monitor, at))
                .map(next -> new Change(
                        next, next.isOpen() ? List.of() : tell(Event.INCIDENT_RESOLVED, next, next.channels(), at)));
    }

    static List<Notice> tell(Event event, Incident incident, List<String> channels, Instant at) {
        return channels.stream()
                .map(channel -> Notice.of(event, channel, incident, at, at))
                .toList();
    }
}
