package dev.holdfast.schedule;

import java.text.ParseException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Date;
import java.util.TimeZone;
import org.quartz.CronExpression;

/// When a cron expression has its turns.
final class CronTurns {
    private CronTurns() {}

    static Duration interval(String expression, ZoneId zone) {
        try {
            var cron = new CronExpression(expression);
            cron.setTimeZone(TimeZone.getTimeZone(zone));
            var first = cron.getNextValidTimeAfter(new Date());
            var second = first == null ? null : cron.getNextValidTimeAfter(first);
            return second == null ? Duration.ZERO : Duration.between(first.toInstant(), second.toInstant());
        } catch (ParseException refusedByConfiguration) {
            return Duration.ZERO;
        }
    }
}
