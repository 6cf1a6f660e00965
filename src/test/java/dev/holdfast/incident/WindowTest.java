package dev.holdfast.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.incident.Window.Once;
import dev.holdfast.incident.Window.Weekly;
import dev.holdfast.scene.Openings;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When planned work is under way, minute by minute, also where the clocks are set.
class WindowTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Set<DayOfWeek> DAILY = EnumSet.allOf(DayOfWeek.class);

    private static Weekly daily(String from, String to, ZoneId zone) {
        return new Weekly(DAILY, LocalTime.parse(from), LocalTime.parse(to), zone);
    }

    @Test
    void onceIsOpenFromItsFirstMomentToBeforeItsLast() {
        var from = Instant.parse("2026-03-28T22:00:00Z");
        var to = Instant.parse("2026-03-28T23:00:00Z");
        var once = new Once(from, to);

        assertThat(once.until(from.minusNanos(1))).isEmpty();
        assertThat(once.until(from)).contains(to);
        assertThat(once.until(to.minusNanos(1))).contains(to);
        assertThat(once.until(to)).isEmpty();
    }

    /// On 29 March 2026 the clocks of Berlin are set from 02:00 to 03:00.
    @ParameterizedTest
    @CsvSource({
        "23:30, 00:30, 2026-03-28T23:30+01:00 2026-03-29T00:30+01:00",
        "01:00, 04:00, 2026-03-29T01:00+01:00 2026-03-29T04:00+02:00",
        "01:30, 02:30, 2026-03-29T01:30+01:00 2026-03-29T03:00+02:00",
        "02:00, 03:00, ",
        "02:10, 02:50, ",
        "02:30, 03:30, 2026-03-29T03:00+02:00 2026-03-29T03:30+02:00",
        "03:00, 03:30, 2026-03-29T03:00+02:00 2026-03-29T03:30+02:00",
    })
    void theClocksAreSetForward(String from, String to, String thatNight) {
        var openings = Openings.of(daily(from, to, BERLIN), BERLIN, "2026-03-28", "2026-03-29");

        assertThat(openings).isEqualTo(thatNight == null ? List.of() : List.of(thatNight));
    }

    /// On 25 October 2026 they are set from 03:00 to 02:00.
    @ParameterizedTest
    @CsvSource({
        "23:30, 00:30, 2026-10-24T23:30+02:00 2026-10-25T00:30+02:00",
        "01:00, 04:00, 2026-10-25T01:00+02:00 2026-10-25T04:00+01:00",
        "01:30, 02:30, 2026-10-25T01:30+02:00 2026-10-25T02:30+01:00",
        "02:00, 03:00, 2026-10-25T02:00+02:00 2026-10-25T03:00+01:00",
        "02:30, 03:30, 2026-10-25T02:30+02:00 2026-10-25T03:30+01:00",
        "03:00, 03:30, 2026-10-25T03:00+01:00 2026-10-25T03:30+01:00",
    })
    void theClocksAreSetBack(String from, String to, String thatNight) {
        assertThat(Openings.of(daily(from, to, BERLIN), BERLIN, "2026-10-24", "2026-10-25"))
                .containsExactly(thatNight);
    }

    @Test
    void theNightsAroundAreLikeAnyOther() {
        assertThat(Openings.of(daily("02:30", "03:30", BERLIN), BERLIN, "2026-03-27", "2026-03-30"))
                .containsExactly(
                        "2026-03-28T02:30+01:00 2026-03-28T03:30+01:00",
                        "2026-03-29T03:00+02:00 2026-03-29T03:30+02:00",
                        "2026-03-30T02:30+02:00 2026-03-30T03:30+02:00");
        assertThat(Openings.of(daily("23:30", "00:30", BERLIN), BERLIN, "2026-10-23", "2026-10-26"))
                .containsExactly(
                        "2026-10-23T23:30+02:00 2026-10-24T00:30+02:00",
                        "2026-10-24T23:30+02:00 2026-10-25T00:30+02:00",
                        "2026-10-25T23:30+01:00 2026-10-26T00:30+01:00");
    }

    /// Havana sets its clocks at midnight, Lord Howe by half an hour.
    @Test
    void otherZonesSetTheirClocksOtherwise() {
        var havana = ZoneId.of("America/Havana");
        var lordHowe = ZoneId.of("Australia/Lord_Howe");

        assertThat(Openings.of(daily("23:30", "00:30", havana), havana, "2026-03-07", "2026-03-08"))
                .containsExactly("2026-03-07T23:30-05:00 2026-03-08T01:00-04:00");
        assertThat(Openings.of(daily("23:30", "00:30", havana), havana, "2026-10-31", "2026-11-01"))
                .containsExactly("2026-10-31T23:30-04:00 2026-11-01T00:30-05:00");
        assertThat(Openings.of(daily("01:45", "02:15", lordHowe), lordHowe, "2026-10-03", "2026-10-04"))
                .containsExactly("2026-10-04T01:45+10:30 2026-10-04T02:30+11:00");
    }

    @Test
    void itBeginsOnItsDaysAndEndsOnTheNext() {
        var fridays = new Weekly(Set.of(DayOfWeek.FRIDAY), LocalTime.parse("22:00"), LocalTime.parse("06:00"), BERLIN);

        assertThat(Openings.of(fridays, BERLIN, "2026-06-01", "2026-06-13"))
                .containsExactly(
                        "2026-06-05T22:00+02:00 2026-06-06T06:00+02:00",
                        "2026-06-12T22:00+02:00 2026-06-13T06:00+02:00");
    }

    @Test
    void fromATimeToTheSameTimeIsAWholeDay() {
        var sundays = new Weekly(Set.of(DayOfWeek.SUNDAY), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, BERLIN);

        assertThat(Openings.of(sundays, BERLIN, "2026-03-27", "2026-03-31"))
                .containsExactly("2026-03-29T00:00+01:00 2026-03-30T00:00+02:00");
    }
}
