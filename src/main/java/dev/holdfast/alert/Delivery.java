package dev.holdfast.alert;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How one attempt to tell a channel ended. The channel says whether to try again; the courier does.
public sealed interface Delivery {

    /// The receiver took it.
    ///
    /// @param answer what it said, short, such as `202 accepted`
    record Sent(String answer) implements Delivery {}

    /// Not now, but the same may go through later.
    ///
    /// @param after how long the receiver asked to wait, null when it did not say
    record TryLater(@Nullable Duration after, String reason) implements Delivery {}

    /// It will never go through as it is.
    record GaveUp(String reason) implements Delivery {}

    /// What was said, or why nothing was.
    default String words() {
        return switch (this) {
            case Sent sent -> sent.answer();
            case TryLater later -> later.reason();
            case GaveUp gaveUp -> gaveUp.reason();
        };
    }

    /// The best of attempts at receivers of which one is enough.
    static Delivery ofAny(List<Delivery> attempts) {
        var words = attempts.stream().map(Delivery::words).distinct().collect(Collectors.joining("; "));
        if (attempts.stream().anyMatch(Sent.class::isInstance)) {
            return new Sent(words);
        }
        return attempts.stream()
                .filter(TryLater.class::isInstance)
                .map(TryLater.class::cast)
                .findFirst()
                .<Delivery>map(later -> new TryLater(later.after(), words))
                .orElseGet(() -> new GaveUp(words));
    }
}
