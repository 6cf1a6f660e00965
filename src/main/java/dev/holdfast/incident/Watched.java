package dev.holdfast.incident;

import dev.holdfast.verdict.Result;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A monitor as it stands now: what pages, metrics and API show.
///
/// @param interval the time between its checks; for a cron schedule the time until the next one
/// @param overlays why nobody is told of it, or why it is not checked; empty as a rule
/// @param latest its newest result, null before the first
public record Watched(
        Subject subject,
        Duration interval,
        Set<Overlay> overlays,
        MonitorState state,
        @Nullable Result latest) {

    /// What lies over a monitor's state.
    public enum Overlay {
        /// Somebody asked for silence.
        SILENCED,
        /// There is planned work on it.
        MAINTENANCE,
        /// Configuration switched it off.
        PAUSED
    }

    public Watched {
        overlays = Set.copyOf(overlays);
    }

    /// Its newest result.
    public Optional<Result> result() {
        return Optional.ofNullable(latest);
    }

    /// Whether configuration switched it off.
    public boolean paused() {
        return overlays.contains(Overlay.PAUSED);
    }
}
