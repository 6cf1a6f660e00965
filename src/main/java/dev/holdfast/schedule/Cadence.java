package dev.holdfast.schedule;

import java.time.Duration;
import java.time.ZoneId;

/// When a monitor is due.
public sealed interface Cadence {

    /// Again and again, at a phase of the interval that its name decides.
    record Every(Duration interval) implements Cadence {}

    /// By a Quartz cron expression.
    record Cron(String expression, ZoneId zone) implements Cadence {}
}
