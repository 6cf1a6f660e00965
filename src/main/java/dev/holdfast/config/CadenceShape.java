package dev.holdfast.config;

import dev.holdfast.schedule.Cadence;
import dev.holdfast.schedule.Crontab;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.function.Function;

/// When a monitor is due.
final class CadenceShape {
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private static final Shape<Duration> INTERVAL = Scalars.DURATION.where(interval ->
            Complaint.unless(interval.compareTo(SHORTEST) >= 0, "is too short", "1s is the shortest interval"));

    static final Shape<String> CRON = Scalars.TEXT.where(expression -> Crontab.problemWith(expression)
            .map(problem -> new Complaint("is no cron expression: " + problem, "write it such as \"0 9 * * 1-5\"")));

    static final Shape<ZoneId> ZONE =
            Scalars.scalar("a time zone", Schemas.of("string"), Times::zone, "write it such as Europe/Berlin");

    private static final Shape<Cadence> SCHEDULE = new Forms<>(
            CRON.as(expression -> new Cadence.Cron(Crontab.quartz(expression), ZoneOffset.UTC)),
            Section.of("schedule", keys -> {
                var cron =
                        keys.required("cron", CRON, "Five fields as in a crontab, or six or seven as Quartz has them.");
                var zone = keys.usual("zone", ZONE, "UTC", "The time zone it is meant in.");
                return given -> new Cadence.Cron(Crontab.quartz(given.get(cron)), given.get(zone));
            }),
            null,
            "a cron expression, meant in UTC, or a mapping of cron and zone");

    private CadenceShape() {}

    static Function<Given, Cadence> declare(Keys keys) {
        var interval = keys.usual("interval", INTERVAL, "30s", "How often it is checked.");
        var schedule = keys.optional("schedule", SCHEDULE, "When it is checked, instead of an interval.");
        keys.exclusive("interval", "schedule");
        return given ->
                Objects.requireNonNullElseGet(given.maybe(schedule), () -> new Cadence.Every(given.get(interval)));
    }
}
