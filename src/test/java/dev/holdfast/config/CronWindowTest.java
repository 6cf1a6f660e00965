package dev.holdfast.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.scene.Openings;
import dev.holdfast.schedule.Crontab;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When a window by a cron expression is open, minute by minute, also where the clocks are set.
class CronWindowTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static CronWindow window(String cron, String duration, ZoneId zone) {
        return new CronWindow(Crontab.quartz(cron), zone, Duration.parse(duration));
    }

    /// On 29 March 2026 the clocks of Berlin are set from 02:00 to 03:00.
    @ParameterizedTest
    @CsvSource({
        "30 23 * * *, PT1H, 2026-03-28T23:30+01:00 2026-03-29T00:30+01:00",
        "0 1 * * *, PT3H, 2026-03-29T01:00+01:00 2026-03-29T05:00+02:00",
        "0 2 * * *, PT1H, 2026-03-29T03:00+02:00 2026-03-29T04:00+02:00",
        "30 2 * * *, PT1H, 2026-03-29T03:00+02:00 2026-03-29T04:00+02:00",
        "30 2 * * *, PT1M, 2026-03-29T03:00+02:00 2026-03-29T03:01+02:00",
        "0 3 * * *, PT1H, 2026-03-29T03:00+02:00 2026-03-29T04:00+02:00",
        "0 2-3 * * *, PT5M, 2026-03-29T03:00+02:00 2026-03-29T03:05+02:00",
        "30 2 29 3 *, PT1H, 2026-03-29T03:00+02:00 2026-03-29T04:00+02:00",
        "30 2 * * 7, PT1H, 2026-03-29T03:00+02:00 2026-03-29T04:00+02:00",
    })
    void theClocksAreSetForward(String cron, String duration, String thatNight) {
        assertThat(Openings.of(window(cron, duration, BERLIN), BERLIN, "2026-03-28", "2026-03-29"))
                .containsExactly(thatNight);
    }

    /// On 25 October 2026 they are set from 03:00 to 02:00.
    @ParameterizedTest
    @CsvSource({
        "30 23 * * *, PT1H, 2026-10-24T23:30+02:00 2026-10-25T00:30+02:00",
        "0 1 * * *, PT3H, 2026-10-25T01:00+02:00 2026-10-25T03:00+01:00",
        "0 2 * * *, PT1H, 2026-10-25T02:00+02:00 2026-10-25T02:00+01:00",
        "30 2 * * *, PT1H, 2026-10-25T02:30+02:00 2026-10-25T02:30+01:00",
        "30 2 * * *, PT1M, 2026-10-25T02:30+02:00 2026-10-25T02:31+02:00",
        "0 3 * * *, PT1H, 2026-10-25T03:00+01:00 2026-10-25T04:00+01:00",
        "30 2 25 10 *, PT3H, 2026-10-25T02:30+02:00 2026-10-25T04:30+01:00",
    })
    void theClocksAreSetBack(String cron, String duration, String thatNight) {
        assertThat(Openings.of(window(cron, duration, BERLIN), BERLIN, "2026-10-24", "2026-10-25"))
                .containsExactly(thatNight);
    }

    @Test
    void theNightsAroundAreLikeAnyOther() {
        assertThat(Openings.of(window("30 2 * * *", "PT1H", BERLIN), BERLIN, "2026-03-27", "2026-03-30"))
                .containsExactly(
                        "2026-03-28T02:30+01:00 2026-03-28T03:30+01:00",
                        "2026-03-29T03:00+02:00 2026-03-29T04:00+02:00",
                        "2026-03-30T02:30+02:00 2026-03-30T03:30+02:00");
        assertThat(Openings.of(window("30 2 * * *", "PT1H", BERLIN), BERLIN, "2026-10-23", "2026-10-26"))
                .containsExactly(
                        "2026-10-24T02:30+02:00 2026-10-24T03:30+02:00",
                        "2026-10-25T02:30+02:00 2026-10-25T02:30+01:00",
                        "2026-10-26T02:30+01:00 2026-10-26T03:30+01:00");
    }

    @Test
    void whatComesEveryHourComesInEachHourThereIs() {
        var hourly = window("30 * * * *", "PT10M", BERLIN);

        assertThat(night(hourly, "2026-03-28", "2026-03-29"))
                .containsExactly(
                        "2026-03-29T00:30+01:00 2026-03-29T00:40+01:00",
                        "2026-03-29T01:30+01:00 2026-03-29T01:40+01:00",
                        "2026-03-29T03:30+02:00 2026-03-29T03:40+02:00",
                        "2026-03-29T04:30+02:00 2026-03-29T04:40+02:00");
        assertThat(night(hourly, "2026-10-24", "2026-10-25"))
                .containsExactly(
                        "2026-10-25T00:30+02:00 2026-10-25T00:40+02:00",
                        "2026-10-25T01:30+02:00 2026-10-25T01:40+02:00",
                        "2026-10-25T02:30+02:00 2026-10-25T02:40+02:00",
                        "2026-10-25T02:30+01:00 2026-10-25T02:40+01:00",
                        "2026-10-25T03:30+01:00 2026-10-25T03:40+01:00",
                        "2026-10-25T04:30+01:00 2026-10-25T04:40+01:00");
    }

    private static List<String> night(CronWindow window, String first, String last) {
        return Openings.of(window, BERLIN, first, last).stream()
                .filter(opening -> opening.startsWith(last + "T0") && opening.compareTo(last + "T05") < 0)
                .toList();
    }

    /// Havana sets its clocks at midnight, Lord Howe by half an hour.
    @Test
    void otherZonesSetTheirClocksOtherwise() {
        var havana = ZoneId.of("America/Havana");
        var lordHowe = ZoneId.of("Australia/Lord_Howe");

        assertThat(Openings.of(window("30 0 * * *", "PT1H", havana), havana, "2026-03-07", "2026-03-08"))
                .containsExactly("2026-03-08T01:00-04:00 2026-03-08T02:00-04:00");
        assertThat(Openings.of(window("30 0 * * *", "PT1H", havana), havana, "2026-10-31", "2026-11-01"))
                .containsExactly("2026-11-01T00:30-04:00 2026-11-01T00:30-05:00");
        assertThat(Openings.of(window("15 2 * * *", "PT1H", lordHowe), lordHowe, "2026-10-03", "2026-10-04"))
                .containsExactly("2026-10-04T02:30+11:00 2026-10-04T03:30+11:00");
        assertThat(Openings.of(window("45 1 * * *", "PT1H", lordHowe), lordHowe, "2026-04-04", "2026-04-05"))
                .containsExactly("2026-04-05T01:45+11:00 2026-04-05T02:15+10:30");
    }
}
