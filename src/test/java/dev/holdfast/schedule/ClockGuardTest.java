package dev.holdfast.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClockGuardTest {
    private Instant wall = Instant.parse("2026-01-02T03:04:05Z");
    private long nanos = -5_000_000_000L;
    private final List<Duration> jumps = new ArrayList<>();
    private final ClockGuard guard = new ClockGuard(() -> wall, () -> nanos, jumps::add);

    @AfterEach
    void close() {
        guard.close();
    }

    @Test
    void timeThatPassesOnBothClocksIsNoJump() {
        passes(Duration.ofSeconds(1), Duration.ZERO);
        passes(Duration.ofMinutes(10), Duration.ofMillis(1_900));

        assertThat(jumps).isEmpty();
    }

    @Test
    void aClockSetBackAnHourIsAJumpOnce() {
        passes(Duration.ofSeconds(1), Duration.ofHours(-1));
        passes(Duration.ofSeconds(1), Duration.ZERO);

        assertThat(jumps).containsExactly(Duration.ofHours(-1));
    }

    @Test
    void aMachineThatSleptTenMinutesJumpedForward() {
        passes(Duration.ofMillis(500), Duration.ofMinutes(10));

        assertThat(jumps).containsExactly(Duration.ofMinutes(10));
    }

    private void passes(Duration time, Duration wallGoesBesides) {
        wall = wall.plus(time).plus(wallGoesBesides);
        nanos += time.toNanos();
        guard.look();
    }
}
