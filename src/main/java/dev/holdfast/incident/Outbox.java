package dev.holdfast.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The notifications that are owed, oldest first, each until it was sent or given up.
public interface Outbox {

    /// A notification that is owed, and how often it was tried.
    record Owed(Notice notice, int attempts) {}

    /// One try to deliver a notification.
    ///
    /// @param number counts the tries of this notification, from 1
    /// @param answer what the receiver said, or why there was no answer; short, no secrets
    /// @param retryAt when to try again; null when it was sent or given up
    record Attempt(
            Notice notice,
            int number,
            Instant at,
            Ending ending,
            String answer,
            @Nullable Instant retryAt) {

        /// How the try ended.
        public enum Ending {
            SENT,
            RETRY,
            GAVE_UP
        }
    }

    /// What may be sent now: of each lane its oldest, when that is due. Asking does not take it: the caller
    /// remembers what it has in hand.
    List<Owed> due(Instant now);

    /// When the next one comes due, empty when nothing is owed.
    Optional<Instant> nextDue();

    /// Remembers how a try ended; what was sent or given up is owed no more. Returns once that is durable, or as
    /// durable as a store in trouble can make it.
    void settle(Attempt attempt);

    /// Calls `wake` whenever something new is owed.
    void onOwed(Runnable wake);

    /// How many notifications each channel is waiting for.
    Map<String, Integer> pending();
}
