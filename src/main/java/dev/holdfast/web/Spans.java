package dev.holdfast.web;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads durations as people write them in requests and in the configuration: `30s`, `2h`, `1d`, `1h30m`.
public final class Spans {
    /// Largest unit first, as Prometheus writes them.
    public static final String PATTERN = "([0-9]{1,5}d)?([0-9]{1,6}h)?([0-9]{1,7}m)?([0-9]{1,8}s)?([0-9]{1,9}ms)?";

    private static final Pattern WHOLE = Pattern.compile(PATTERN);
    private static final Pattern PART = Pattern.compile("([0-9]+)([a-z]+)");
    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "d", ChronoUnit.DAYS,
            "h", ChronoUnit.HOURS,
            "m", ChronoUnit.MINUTES,
            "s", ChronoUnit.SECONDS,
            "ms", ChronoUnit.MILLIS);

    private Spans() {}

    /// The duration that `text` writes, empty when it is none.
    public static Optional<Duration> read(String text) {
        return Optional.of(text)
                .filter(some -> !some.isEmpty() && WHOLE.matcher(some).matches())
                .map(Spans::sum);
    }

    private static Duration sum(String text) {
        return PART.matcher(text)
                .results()
                .map(part -> Duration.of(Long.parseLong(part.group(1)), UNITS.get(part.group(2))))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
