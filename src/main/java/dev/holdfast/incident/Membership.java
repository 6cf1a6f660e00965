package dev.holdfast.incident;

import dev.holdfast.observation.MonitorId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Who belongs to which root cause: joining, changing, leaving, and who is told of it.
final class Membership {
    private Membership() {}

    /// A monitor is down and belongs nowhere yet: it joins the open incident of its root cause, or opens one.
    ///
    /// @param now its state with this failure
    static Change join(Situation before, MonitorState now, Instant firstFailed) {
        return before.ledger()
                .openWith(before.fingerprint())
                .map(incident -> joined(incident, before))
                .orElseGet(() -> Opening.of(before, now, firstFailed));
    }

    /// Channels that already know are told by one gathered update, those that only this member tells learn of it at
    /// once. Who comes back is no news.
    private static Change joined(Incident incident, Situation before) {
        boolean isBack =
                incident.members().stream().anyMatch(known -> known.monitor().equals(before.monitor()));
        var next = incident.joinedBy(before);
        if (before.isQuiet()) {
            return new Change(next, List.of());
        }
        return isBack ? caughtUp(next, before) : updated(next, before, Calls.GATHERING);
    }

    /// A member fails on. Nobody is told unless it fails otherwise than before, or a channel does not know yet: it was
    /// silent when the incident opened, or is new.
    static Optional<Change> failsOn(Incident incident, Situation before) {
        var fingerprint = before.fingerprint();
        var changed = incident.failing(before.monitor())
                .filter(member -> !member.fingerprint().equals(fingerprint))
                .map(_ -> incident.changedBy(before.monitor(), fingerprint, before.failure()));
        if (before.isQuiet()) {
            return changed.map(next -> new Change(next, List.of()));
        }
        return changed.map(next -> updated(next, before, Duration.ZERO))
                .or(() -> Optional.of(caughtUp(incident, before))
                        .filter(change -> !change.owed().isEmpty()));
    }

    private static Change updated(Incident incident, Situation before, Duration gathering) {
        var known = incident.channels();
        var told = caughtUp(incident.calling(incident.calls().updated(before.at(), gathering)), before);
        var due = Optional.ofNullable(told.incident().calls().updateDue()).orElse(before.at());
        var updates = known.stream()
                .map(channel -> Notice.of(Event.INCIDENT_UPDATED, channel, told.incident(), before.at(), due));
        return new Change(
                told.incident(), Stream.concat(updates, told.owed().stream()).toList());
    }

    /// Tells of the opening whom the monitor tells and who does not know.
    private static Change caughtUp(Incident incident, Situation before) {
        var fresh = incident.untold(before.subject().channels());
        if (fresh.isEmpty()) {
            return new Change(incident, List.of());
        }
        var next = incident.toldTo(fresh);
        return new Change(next, tell(Event.INCIDENT_OPENED, next, fresh, before.at()));
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
