package dev.holdfast.alert;

import java.time.Duration;
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
}
