package dev.holdfast.alert;

import dev.holdfast.incident.Notice;
import java.util.Optional;

/// What channels were told before, kept by whoever keeps notifications, so that a later message can belong to an
/// earlier one although Holdfast was restarted between them.
@FunctionalInterface
public interface Earlier {
    /// Remembers nothing: every message stands alone.
    Earlier NOTHING = _ -> Optional.empty();

    /// The first notification that was sent in `lane` ([Notice#lane]), empty when there was none or it is forgotten.
    Optional<Told> first(String lane);

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
