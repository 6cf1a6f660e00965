package dev.holdfast.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WallTurnsTest {
    private static final String AT_NINE = "0 0 9 * * ?";
    private static final Instant NINE = Instant.parse("2026-06-01T09:00:00Z");

    private static Optional<Instant> newest(String expression, Instant at, Duration age) {
        return WallTurns.newest(expression, ZoneOffset.UTC, at, age);
    }

    @Test
    void aTurnCountsFromItsMomentUntilItIsOfThatAge() {
        var hour = Duration.ofHours(1);

        assertThat(newest(AT_NINE, NINE.minusNanos(1), hour)).isEmpty();
        assertThat(newest(AT_NINE, NINE, hour)).contains(NINE);
        assertThat(newest(AT_NINE, NINE.plus(hour).minusNanos(1), hour)).contains(NINE);
        assertThat(newest(AT_NINE, NINE.plus(hour), hour)).isEmpty();
    }

    @Test
    void ofManyTurnsTheNewestCounts() {
        var at = NINE.plus(Duration.ofMinutes(59));

        assertThat(newest("* * 9 * * ?", at.plusMillis(300), Duration.ofDays(400)))
                .contains(at);
        assertThat(newest("0 0/7 9 * * ?", at, Duration.ofDays(1))).contains(NINE.plus(Duration.ofMinutes(56)));
        assertThat(newest("* * 9 * * ?", NINE.plus(Duration.ofHours(9)), Duration.ofDays(1)))
                .contains(NINE.plus(Duration.ofMinutes(60)).minusSeconds(1));
    }

    @Test
    void whatTurnedLongAgoIsFoundOverManySettingsOfTheClocks() {
        var at = Instant.parse("2027-12-31T00:00:00Z");

        assertThat(WallTurns.newest("0 30 2 29 3 ?", ZoneId.of("Europe/Berlin"), at, Duration.ofDays(700)))
                .contains(Instant.parse("2027-03-29T00:30:00Z"));
        assertThat(WallTurns.newest("0 30 2 29 3 ? 2026", ZoneId.of("Europe/Berlin"), at, Duration.ofDays(700)))
                .contains(Instant.parse("2026-03-29T01:00:00Z"));
    }

    @Test
    void whatNeverTurnsHasNoNewest() {
        assertThat(newest("0 0 9 1 1 ? 2001", NINE, Duration.ofDays(30))).isEmpty();
    }

    @Test
    void whatIsNoExpressionIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> newest("at nine every day", NINE, Duration.ofDays(1)));
    }
}
