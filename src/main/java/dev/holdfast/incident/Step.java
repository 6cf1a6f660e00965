package dev.holdfast.incident;

import dev.holdfast.observation.MonitorId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one result changes. Committed whole or not at all.
///
/// @param state the monitor's state from now on
/// @param transitions the change of state, if there was one
/// @param incident the incident as it is from now on, null when none changed
/// @param owed the notifications to deliver because of it
/// @param recheck how soon the monitor wants to be probed again, null to wait for its schedule
/// @param asks other monitors whose check is wanted at once
public record Step(
        MonitorState state,
        List<Transition> transitions,
        @Nullable Incident incident,
        List<Notice> owed,
        @Nullable Duration recheck,
        List<MonitorId> asks) {

    public Step {
        transitions = List.copyOf(transitions);
        owed = List.copyOf(owed);
        asks = List.copyOf(asks);
    }

    /// Whether losing it would lose more than the time of the last pass.
    public boolean mustBeDurable() {
        return incident != null || !owed.isEmpty() || !transitions.isEmpty();
    }

    /// How soon to probe again.
    public Optional<Duration> again() {
        return Optional.ofNullable(recheck);
    }
}
