package dev.holdfast.scene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.incident.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// When a window is open, found by asking it at every minute.
public final class Openings {
    private Openings() {}

    /// From noon of one day to noon of another, such as `2026-03-28T23:30+01:00 2026-03-29T00:30+01:00`.
    public static List<String> of(Window window, ZoneId zone, String first, String last) {
        var openings = new ArrayList<String>();
        var end = noon(last, zone);
        Instant opened = null;
        Optional<Instant> closes = Optional.empty();
        for (var at = noon(first, zone); !at.isAfter(end); at = at.plus(1, ChronoUnit.MINUTES)) {
            var until = window.until(at);
            if (opened != null && !until.equals(closes)) {
                assertThat(closes).as("the end it promised").contains(at);
                openings.add(opened.atZone(zone).toOffsetDateTime() + " "
                        + at.atZone(zone).toOffsetDateTime());
                opened = null;
            }
            if (opened == null && until.isPresent()) {
                opened = at;
                closes = until;
            }
        }
        assertThat(opened).as("still open").isNull();
        return openings;
    }

    private static Instant noon(String day, ZoneId zone) {
        return LocalDate.parse(day).atTime(12, 0).atZone(zone).toInstant();
    }
}
