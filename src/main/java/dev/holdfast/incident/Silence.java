package dev.holdfast.incident;

import java.time.Instant;

/// Nobody is told of some monitors for a while. They are probed, and their incidents open and end as ever; what is
/// still open when it ends is told then.
///
/// @param until its end; before it, everything about incidents that were told already still arrives but reminders
/// @param by who asked for it, empty when nobody said
/// @param comment why
public record Silence(String id, Selection who, Instant from, Instant until, String by, String comment) {

    /// A silence with the id that belongs to it.
    public static Silence of(Selection who, Instant from, Instant until, String by, String comment) {
        var id = "sil_" + Digest.of(who.toString(), from.toString(), until.toString(), by, comment);
        return new Silence(id, who, from, until, by, comment);
    }

    /// The same, ended at `at`.
    public Silence endedAt(Instant at) {
        return new Silence(id, who, from, at, by, comment);
    }

    /// Whether it is in force.
    public boolean isActive(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
