package dev.holdfast.store;

import dev.holdfast.incident.Notice;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A notification and what became of it.
///
/// @param attempts how often it was tried
/// @param answer what the receiver said at the last try, empty before the first
/// @param settledAt when it was sent or given up; null while it is owed
public record Told(
        Notice notice,
        Status status,
        int attempts,
        String answer,
        @Nullable Instant settledAt) {

    /// What became of it.
    public enum Status {
        PENDING,
        DELIVERED,
        FAILED
    }
}
