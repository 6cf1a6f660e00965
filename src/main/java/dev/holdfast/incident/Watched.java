package dev.holdfast.incident;

import dev.holdfast.verdict.Result;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A monitor as it stands now: what pages, metrics and API show.
///
/// @param interval the time between its checks; for a cron schedule the time until the next one
/// @param paused whether configuration switched it off
/// @param latest its newest result, null before the first
public record Watched(
        Subject subject,
        Duration interval,
        boolean paused,
        MonitorState state,
        @Nullable Result latest) {

    /// Its newest result.
    public Optional<Result> result() {
        return Optional.ofNullable(latest);
    }
}
