package dev.holdfast.incident;

import java.time.Instant;
import java.util.Optional;

/// Planned work on some monitors: while a window of it is open, nothing that breaks opens an incident; what is still
/// broken at its end does then.
///
/// @param name what is done, for people
public record Maintenance(String name, Selection who, Window when) {

    /// When the work ends that concerns `subject` at `at`; empty when none does.
    Optional<Instant> until(Subject subject, Instant at) {
        return who.has(subject) ? when.until(at) : Optional.empty();
    }
}
