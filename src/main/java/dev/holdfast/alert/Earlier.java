package dev.holdfast.alert;

import dev.holdfast.incident.IncidentId;
import dev.holdfast.incident.Notice;
import java.util.Optional;

/// What channels were told before, kept by whoever keeps notifications, so that a later message can belong to an
/// earlier one although Holdfast was restarted between them.
@FunctionalInterface
public interface Earlier {
    /// Remembers nothing: every message stands alone.
    Earlier NOTHING = (_, _) -> Optional.empty();

    /// The first notification about `incident` that was sent to `channel`, empty when none is remembered.
    Optional<Told> first(String channel, IncidentId incident);

    /// The first that was sent of what `notice` is about. What is about no incident stands alone.
    default Optional<Told> before(Notice notice) {
        return notice.about().flatMap(incident -> first(notice.channel(), incident.id()));
    }

    /// A notification that was sent.
    ///
    /// @param answer what [Delivery.Sent] said
    record Told(Notice notice, String answer) {
        private static final String MARK = "message ";

        /// The receiver's own name of the message, when it gave one.
        Optional<String> message() {
            return Optional.of(answer)
                    .filter(given -> given.startsWith(MARK))
                    .map(given -> given.substring(MARK.length()));
        }
    }

    /// Sent, and the receiver names the message so.
    static Delivery.Sent sentAs(String message) {
        return new Delivery.Sent(Told.MARK + message);
    }
}
