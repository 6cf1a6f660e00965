package dev.holdfast.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.observation.MonitorId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PhaseTest {
    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

    @Test
    void aMonitorKeepsItsTurnOverARestart() {
        var monitor = new MonitorId("feature_flags");
        var before = Phase.next(monitor, INTERVAL, NOW);
        var after = Phase.next(monitor, INTERVAL, NOW.plusSeconds(1_234));

        assertThat(Duration.between(before, after).toMillis() % INTERVAL.toMillis())
                .isZero();
    }

    @Test
    void theFirstTurnIsWithinOneIntervalAndNeverInThePast() {
        IntStream.range(0, 1_000)
                .mapToObj(number -> new MonitorId("monitor_" + number))
                .forEach(monitor -> assertThat(Phase.next(monitor, INTERVAL, NOW))
                        .isAfter(NOW)
                        .isBeforeOrEqualTo(NOW.plus(INTERVAL)));
    }

    @Test
    void fiveThousandMonitorsStartEvenlyInEverySecondOfTheInterval() {
        var bySecond = IntStream.range(0, 5_000)
                .mapToObj(number -> Phase.next(new MonitorId("monitor_" + number), INTERVAL, NOW))
                .collect(Collectors.groupingBy(
                        first -> Duration.between(NOW, first).toSeconds(), Collectors.counting()));

        double mean = 5_000 / 30.0;
        assertThat(bySecond).hasSizeGreaterThanOrEqualTo(30);
        assertThat(bySecond.values()).allMatch(arrivals -> arrivals < 2 * mean);
        assertThat(bySecond.entrySet().stream()
                        .filter(second -> second.getKey() < 30)
                        .map(Map.Entry::getValue))
                .allMatch(arrivals -> arrivals > mean / 2);
    }
}
