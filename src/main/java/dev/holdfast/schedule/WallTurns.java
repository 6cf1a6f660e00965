package dev.holdfast.schedule;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;

/// The turns of a cron expression by what the clocks on the walls of a zone show.
///
/// When the clocks are set forward over a turn, it comes at the moment of setting; when they are set back, so that its
/// time comes twice, it comes at the first, as cron has it. Turns of every hour, whose field of hours begins with `*`,
/// come in each hour there is.
///
/// Quartz is only asked about days of 24 hours, in UTC: at a change of the clocks it is not to be relied on.
public final class WallTurns {
    private static final int HOURS = 2;

    private final CronExpression cron;
    private final boolean everyHour;
    private final ZoneRules zone;

    private WallTurns(String expression, ZoneId zone) {
        this.cron = parsed(expression);
        this.everyHour = expression.strip().split("\\s+", -1)[HOURS].startsWith("*");
        this.zone = zone.getRules();
    }

    /// The newest turn at `at` or before it that is younger than `age`; empty when there is none.
    ///
    /// @param expression as Quartz has it
    /// @throws IllegalArgumentException when it is no such expression
    public static Optional<Instant> newest(String expression, ZoneId zone, Instant at, Duration age) {
        return new WallTurns(expression, zone).newest(at.minus(age), at);
    }

    private static CronExpression parsed(String expression) {
        try {
            var cron = new CronExpression(expression);
            cron.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
            return cron;
        } catch (ParseException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    /// The newest turn after one moment and not after another: looked for since the clocks were last set, and then
    /// before.
    private Optional<Instant> newest(Instant after, Instant at) {
        long ahead = zone.getOffset(at).getTotalSeconds();
        long low = after.getEpochSecond() + ahead;
        long high = at.getEpochSecond() + ahead;
        var set = zone.previousTransition(at.plusNanos(1));
        if (set == null || !set.getInstant().isAfter(after)) {
            long floor = set == null ? low : Math.max(low, beforeFirst(set));
            return newestShown(floor, high).map(shown -> Instant.ofEpochSecond(shown - ahead));
        }
        return newestShown(beforeFirst(set), high)
                .map(shown -> later(Instant.ofEpochSecond(shown - ahead), set.getInstant()))
                .or(() -> newest(after, set.getInstant().minusSeconds(1)));
    }

    /// What the clocks show a second before the first time that counts after they were set.
    private long beforeFirst(ZoneOffsetTransition set) {
        var first = everyHour ? set.getDateTimeAfter() : set.getDateTimeBefore();
        return first.toEpochSecond(ZoneOffset.UTC) - 1;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /// The newest turn after what the clocks show at `low`, and not after `high`, in seconds; by halving, as Quartz
    /// tells the next turn only.
    private Optional<Long> newestShown(long low, long high) {
        Optional<Long> newest = Optional.empty();
        long from = low;
        long to = high;
        for (long middle = from; from < to; middle = from + (to - from) / 2) {
            var next = next(middle).filter(turn -> turn <= high);
            if (next.isPresent()) {
                newest = next;
                from = next.get();
            } else {
                to = middle;
            }
        }
        return newest;
    }

    private Optional<Long> next(long after) {
        return Optional.ofNullable(cron.getNextValidTimeAfter(Date.from(Instant.ofEpochSecond(after))))
                .map(turn -> turn.toInstant().getEpochSecond());
    }
}
