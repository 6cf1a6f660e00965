package dev.holdfast.alert;

import dev.holdfast.incident.Notice;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Remembers what was sent.
final class Sent implements Earlier {
    private final Map<String, Told> first = new HashMap<>();

    /// Sends `notice`, and remembers it when it was taken.
    Delivery by(Channel channel, Notice notice) {
        var delivery = channel.deliver(notice);
        if (delivery instanceof Delivery.Sent sent) {
            first.putIfAbsent(notice.lane(), new Told(notice, sent.answer()));
        }
        return delivery;
    }

    @Override
    public Optional<Told> first(String lane) {
        return Optional.ofNullable(first.get(lane));
    }
}
