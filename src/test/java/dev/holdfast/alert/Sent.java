package dev.holdfast.alert;

import dev.holdfast.incident.IncidentId;
import dev.holdfast.incident.Notice;
import dev.holdfast.incident.Outbox.Attempt;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Remembers what was sent.
final class Sent implements Earlier {
    private final Map<String, Told> first = new ConcurrentHashMap<>();

    /// Sends `notice`, and remembers it when it was taken.
    Delivery by(Channel channel, Notice notice) {
        var delivery = channel.deliver(notice);
        if (delivery instanceof Delivery.Sent sent) {
            first.putIfAbsent(notice.lane(), new Told(notice, sent.answer()));
        }
        return delivery;
    }

    /// Remembers what somebody else sent.
    void heard(Attempt attempt) {
        if (attempt.ending() == Attempt.Ending.SENT) {
            first.putIfAbsent(attempt.notice().lane(), new Told(attempt.notice(), attempt.answer()));
        }
    }

    @Override
    public Optional<Told> first(String channel, IncidentId incident) {
        return Optional.ofNullable(first.get(Notice.lane(channel, incident)));
    }
}
