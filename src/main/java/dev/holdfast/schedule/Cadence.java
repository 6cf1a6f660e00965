package dev.holdfast.schedule;

import java.time.Duration;
import java.time.ZoneId;

/// When a monitor is due.
public sealed interface Cadence {

    /// Again and again, at a phase of the interval that its name decides.
    record Every(Duration interval) implements Cadence {}

    /// By a Quartz cron expression.
    record Cron(String expression, ZoneId zone) implements Cadence {}

    /// The time between two turns; for a cron expression that between the next two.
    default Duration interval() {
        return switch (this) {
            case Every(var interval) -> interval;
            case Cron(var expression, var zone) -> CronTurns.interval(expression, zone);
        };
    }
}
