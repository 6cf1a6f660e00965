package dev.holdfast.incident;

import java.time.Instant;
import java.util.Locale;

/// The state of a monitor.
public sealed interface Condition {

    /// Since when it has been so.
    Instant since();

    /// Nothing is known yet.
    record Unknown(Instant since) implements Condition {}

    /// As expected.
    record Up(Instant since) implements Condition {}

    /// It answers, and a person should look.
    record Review(Instant since) implements Condition {}

    /// It failed, and quick probes are confirming that.
    ///
    /// @param since the first failure
    /// @param failures how many in a row so far
    /// @param before where it returns to when it was a hiccup
    record Suspect(Instant since, int failures, Condition before) implements Condition {}

    /// It failed for certain, and is a member of an open incident.
    record Down(Instant since) implements Condition {}

    /// It stopped failing, and more checks are confirming that.
    ///
    /// @param since the first check without a failure
    /// @param passes how many in a row so far
    /// @param down since when it had been down
    record Recovering(Instant since, int passes, Instant down) implements Condition {}

    /// The contract's word for it.
    default String word() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
