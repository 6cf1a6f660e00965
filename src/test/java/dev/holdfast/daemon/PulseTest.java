package dev.holdfast.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// How long Holdfast stood still, told with a clock in hand.
class PulseTest {
    private final AtomicLong nanos = new AtomicLong(1_000_000);
    private final Pulse pulse = new Pulse(nanos::get);

    @Test
    void whileItBeatsItDoesNotStandStill() {
        beats(50, Duration.ofMillis(100));

        assertThat(pulse.stoodStill(Duration.ofSeconds(5))).isZero();
    }

    @Test
    void aPauseCountsForAllThatWasUnderWayInIt() {
        beats(10, Duration.ofMillis(100));
        beats(1, Duration.ofSeconds(10));
        beats(10, Duration.ofMillis(100));

        assertThat(pulse.stoodStill(Duration.ofSeconds(20))).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(10));
        assertThat(pulse.stoodStill(Duration.ofSeconds(3))).isEqualTo(Duration.ofSeconds(2));
        assertThat(pulse.stoodStill(Duration.ofSeconds(1))).isZero();
    }

    @Test
    void aPauseThatIsNotOverYetCountsToo() {
        beats(10, Duration.ofMillis(100));
        nanos.addAndGet(Duration.ofSeconds(4).toNanos());

        assertThat(pulse.stoodStill(Duration.ofSeconds(5))).isGreaterThan(Duration.ofSeconds(3));
    }

    @Test
    void aProcessorThatIsSharedTooMuchShowsInManySmallPauses() {
        beats(50, Duration.ofMillis(200));

        assertThat(pulse.stoodStill(Duration.ofSeconds(5))).isGreaterThan(Duration.ofSeconds(2));
    }

    private void beats(int times, Duration apart) {
        for (int i = 0; i < times; i++) {
            nanos.addAndGet(apart.toNanos());
            pulse.beat();
        }
    }
}
