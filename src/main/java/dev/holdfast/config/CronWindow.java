package dev.holdfast.config;

import dev.holdfast.incident.Window;
import dev.holdfast.schedule.WallTurns;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// Opens by a cron expression, and closes after some time.
///
/// @param expression as Quartz has it, by what the clocks on the walls of `zone` show
record CronWindow(String expression, ZoneId zone, Duration duration) implements Window {

    @Override
    public Optional<Instant> until(Instant at) {
        return WallTurns.newest(expression, zone, at, duration).map(turn -> turn.plus(duration));
    }
}
