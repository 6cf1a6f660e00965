package dev.holdfast.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What time, and people, change about an open incident: reminders, escalations, an acknowledgement.
public final class Attention {
    private Attention() {}

    /// Whom to call at `at` because nobody has acknowledged `incident` yet; empty when nobody.
    public static Optional<Change> due(Incident incident, Instant at) {
        if (!incident.isOpen() || incident.ack() != null) {
            return Optional.empty();
        }
        return escalation(incident, at).or(() -> reminder(incident, at));
    }

    private static Optional<Change> escalation(Incident incident, Instant at) {
        var calls = incident.calls();
        return incident.origin().insistence().escalations().stream()
                .skip(calls.escalations())
                .findFirst()
                .filter(next -> !at.isBefore(incident.origin().openedAt().plus(next.after())))
                .map(next -> escalated(incident, next.channels(), at));
    }

    /// Who does not know yet is told of the opening, who does is reminded.
    private static Change escalated(Incident incident, List<String> channels, Instant at) {
        var fresh = incident.untold(channels);
        var known = channels.stream().filter(incident.channels()::contains).toList();
        var next = incident.calling(incident.calls().escalated()).toldTo(fresh);
        return new Change(
                next,
                Stream.concat(
                                Membership.tell(Event.INCIDENT_OPENED, next, fresh, at).stream(),
                                Membership.tell(Event.INCIDENT_REMINDER, next, known, at).stream())
                        .toList());
    }

    private static Optional<Change> reminder(Incident incident, Instant at) {
        var calls = incident.calls();
        var last =
                Optional.ofNullable(calls.remindedAt()).orElse(incident.origin().openedAt());
        return Optional.ofNullable(incident.origin().insistence().pause(calls.reminders()))
                .filter(pause -> !incident.channels().isEmpty() && !at.isBefore(last.plus(pause)))
                .map(_ -> incident.calling(calls.reminded(at)))
                .map(next -> new Change(next, Membership.tell(Event.INCIDENT_REMINDER, next, next.channels(), at)));
    }

    /// What it changes that somebody takes care of `incident`: nobody is called again. Empty when it is over, or
    /// somebody does already.
    public static Optional<Change> acknowledged(Incident incident, Ack ack) {
        return incident.isOpen() && incident.ack() == null
                ? Optional.of(new Change(incident.acknowledged(ack), List.of()))
                : Optional.empty();
    }
}
