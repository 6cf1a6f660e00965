package dev.holdfast.config;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads times.
final class Times {
    /// Hours and minutes.
    static final String OF_DAY = "([01][0-9]|2[0-3]):[0-5][0-9]";

    private static final Pattern CLOCK = Pattern.compile(OF_DAY);

    private Times() {}

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
