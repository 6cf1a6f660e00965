package dev.holdfast.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.observation.MonitorId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final MonitorId ONE = new MonitorId("one");
    private static final MonitorId TWO = new MonitorId("two");
    private static final Cadence OFTEN = new Cadence.Every(Duration.ofMillis(200));
    private static final Cadence DAILY = new Cadence.Every(Duration.ofDays(1));

    private final Map<MonitorId, List<Instant>> turns = new ConcurrentHashMap<>();
    private final Schedule schedule = Schedule.open();

    @BeforeEach
    void start() {
        schedule.start((monitor, _) -> {
            turnsOf(monitor).add(Instant.now());
            if (monitor.equals(TWO)) {
                throw new StackOverflowError("a probe gone wrong");
            }
        });
    }

    @AfterEach
    void close() {
        schedule.close();
    }

    @Test
    void everyMonitorHasItsTurnAgainAndAgain() {
        schedule.plan(ONE, OFTEN);

        await().until(() -> turnsOf(ONE).size() >= 3);
        assertThat(turnsOf(ONE).get(2).toEpochMilli() - turnsOf(ONE).get(1).toEpochMilli())
                .isBetween(50L, 2_000L);
    }

    @Test
    void anErrorOnHandOverStopsNeitherItselfNorOthers() {
        schedule.plan(TWO, OFTEN);
        schedule.plan(ONE, OFTEN);

        await().until(() -> turnsOf(ONE).size() >= 3 && turnsOf(TWO).size() >= 3);
    }

    @Test
    void aRecheckComesSoonAndTheRegularTurnStays() {
        schedule.plan(ONE, DAILY);
        schedule.soon(ONE, Duration.ofMillis(50));
        await().until(() -> turnsOf(ONE).size() == 1);

        schedule.soon(ONE, Duration.ofMillis(50));
        await().until(() -> turnsOf(ONE).size() == 2);
        assertThat(schedule.planned()).containsExactly(ONE);
    }

    @Test
    void aRemovedMonitorIsNotRechecked() {
        schedule.plan(ONE, OFTEN);
        schedule.plan(TWO, DAILY);
        schedule.soon(TWO, Duration.ofMillis(100));
        schedule.remove(TWO);

        await().until(() -> turnsOf(ONE).size() >= 3);
        assertThat(turnsOf(TWO)).isEmpty();
    }

    @Test
    void aChangedCadenceTakesOverAtOnce() {
        schedule.plan(ONE, DAILY);
        schedule.plan(ONE, new Cadence.Cron("* * * * * ?", ZoneOffset.UTC));

        await().until(() -> turnsOf(ONE).size() >= 2);
    }

    private List<Instant> turnsOf(MonitorId monitor) {
        return turns.computeIfAbsent(monitor, _ -> new CopyOnWriteArrayList<>());
    }
}
