package dev.holdfast.incident;

import dev.holdfast.observation.MonitorId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A monitor changed its state.
///
/// @param from the contract's word for the state before
/// @param to the word for the state after
/// @param incident the incident it belongs to because of that, or belonged to until then
public record Transition(
        MonitorId monitor,
        Instant at,
        String from,
        String to,
        String reason,
        @Nullable IncidentId incident) {}
