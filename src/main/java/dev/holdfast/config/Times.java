package dev.holdfast.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads times and durations.
final class Times {
    /// Largest unit first, as Prometheus writes them: `1h30m`.
    static final String DURATION = "([0-9]{1,5}d)?([0-9]{1,6}h)?([0-9]{1,7}m)?([0-9]{1,8}s)?([0-9]{1,9}ms)?";

    /// Hours and minutes.
    static final String OF_DAY = "([01][0-9]|2[0-3]):[0-5][0-9]";

    private static final Pattern CLOCK = Pattern.compile(OF_DAY);
    private static final Pattern WHOLE = Pattern.compile(DURATION);
    private static final Pattern PART = Pattern.compile("([0-9]+)([a-z]+)");
    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "d", ChronoUnit.DAYS,
            "h", ChronoUnit.HOURS,
            "m", ChronoUnit.MINUTES,
            "s", ChronoUnit.SECONDS,
            "ms", ChronoUnit.MILLIS);

    private Times() {}

    static Optional<Duration> duration(String text) {
        return Optional.of(text)
                .filter(some -> !some.isEmpty() && WHOLE.matcher(some).matches())
                .map(Times::sum);
    }

    private static Duration sum(String text) {
        return PART.matcher(text)
                .results()
                .map(part -> Duration.of(Long.parseLong(part.group(1)), UNITS.get(part.group(2))))
                .reduce(Duration.ZERO, Duration::plus);
    }

    static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    static Optional<LocalTime> ofDay(String text) {
        return Optional.of(text).filter(some -> CLOCK.matcher(some).matches()).map(LocalTime::parse);
    }

    static Optional<ZoneId> zone(String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException noZone) {
            return Optional.empty();
        }
    }
}
