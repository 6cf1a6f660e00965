package dev.holdfast.incident;

import dev.holdfast.incident.Incident.Kind;
import dev.holdfast.incident.Incident.Member;
import dev.holdfast.incident.MonitorState.Baseline;
import dev.holdfast.observation.MonitorId;
import dev.holdfast.verdict.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Who belongs to which root cause: opening, joining, changing, leaving, and who is told of it.
final class Membership {
    private Membership() {}

    /// An incident as it is from now on, and the notifications owed for that.
    record Change(Incident incident, List<Notice> owed) {
        IncidentId id() {
            return incident.id();
        }
    }

    /// `subject` is down and belongs nowhere yet: it joins the open incident of its root cause, or opens one.
    static Change join(Subject subject, MonitorState state, Result failed, Instant firstFailed, Ledger ledger) {
        var fingerprint = Fingerprint.of(subject, failed);
        return ledger.openWith(fingerprint)
                .map(incident -> joined(incident, subject, state, fingerprint, failed.endedAt()))
                .orElseGet(() -> opened(subject, state, failed, fingerprint, firstFailed, ledger));
    }

    /// A member fails on. Nothing changes unless it fails otherwise than before.
    static Optional<Change> failsOn(Incident incident, Subject subject, MonitorState state, Result failed) {
        var fingerprint = Fingerprint.of(subject, failed);
        return incident.failing(subject.monitor())
                .filter(member -> !member.fingerprint().equals(fingerprint))
                .map(_ -> incident.changedBy(subject.monitor(), fingerprint, failure(subject, state, failed)))
                .map(next -> new Change(next, tell(Event.INCIDENT_UPDATED, next, next.channels(), failed.endedAt())));
    }

    /// `monitor` fails no more, or is watched no more. The last one to leave resolves the incident.
    static Optional<Change> leave(Incident incident, MonitorId monitor, Instant at) {
        return incident.failing(monitor)
                .map(_ -> incident.leftBy(monitor, at))
                .map(next -> new Change(
                        next, next.isOpen() ? List.of() : tell(Event.INCIDENT_RESOLVED, next, next.channels(), at)));
    }

    private static Change opened(
            Subject subject,
            MonitorState state,
            Result failed,
            Fingerprint fingerprint,
            Instant firstFailed,
            Ledger ledger) {
        var at = failed.endedAt();
        var incident = new Incident(
                IncidentId.of(fingerprint, at),
                origin(subject, state, failed, ledger.resolvedWith(fingerprint), firstFailed),
                fingerprint,
                isKnownGood(subject, state) ? Kind.REGRESSION : Kind.OUTAGE,
                failure(subject, state, failed),
                List.of(new Member(subject.monitor(), fingerprint, at, null)),
                subject.channels(),
                null,
                1);
        return new Change(incident, tell(Event.INCIDENT_OPENED, incident, incident.channels(), at));
    }

    private static Incident.Origin origin(
            Subject subject, MonitorState state, Result failed, Optional<Incident> earlier, Instant firstFailed) {
        var pinned = Optional.ofNullable(subject.fix()).filter(fix -> fix.covers(failed.diagnosis()));
        int seenBefore = earlier.map(incident -> incident.origin().occurrence()).orElse(pinned.isPresent() ? 1 : 0);
        return new Incident.Origin(
                seenBefore + 1,
                earlier.map(Incident::id).orElse(null),
                Optional.ofNullable(subject.severity()).orElse(pinned.isPresent() ? Severity.CRITICAL : Severity.ERROR),
                failed.endedAt(),
                firstFailed,
                state.lastPass().map(Baseline::at).orElse(null),
                pinned.orElse(null),
                subject.impact(),
                subject.runbook(),
                null);
    }

    /// Channels that already know are told by one gathered update; those that only this member tells learn of it at
    /// once.
    private static Change joined(
            Incident incident, Subject subject, MonitorState state, Fingerprint fingerprint, Instant at) {
        var member = new Member(subject.monitor(), fingerprint, at, null);
        var next = incident.joinedBy(member, isKnownGood(subject, state), subject.channels());
        var fresh = subject.channels().stream()
                .filter(channel -> !incident.channels().contains(channel))
                .toList();
        var updates = incident.channels().stream()
                .map(channel -> Notice.of(Event.INCIDENT_UPDATED, channel, next, at, Notice.GATHERING));
        return new Change(
                next,
                Stream.concat(updates, tell(Event.INCIDENT_OPENED, next, fresh, at).stream())
                        .toList());
    }

    private static boolean isKnownGood(Subject subject, MonitorState state) {
        return state.baseline() != null || subject.fix() != null;
    }

    private static List<Notice> tell(Event event, Incident incident, List<String> channels, Instant at) {
        return channels.stream()
                .map(channel -> Notice.of(event, channel, incident, at, Duration.ZERO))
                .toList();
    }

    private static Failure failure(Subject subject, MonitorState state, Result failed) {
        return new Failure(
                subject.monitor(),
                subject.group(),
                subject.url(),
                failed.diagnosis(),
                failed.judgement().reason(),
                state.lastPass().map(Baseline::status).orElse(null));
    }
}
