package dev.holdfast.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.LoggerFactory;

/// Notices that the wall clock was set, or that the machine slept, by holding it against the monotonic clock.
///
/// Quartz sleeps until the wall-clock time of the next trigger: set back by an hour, it would sleep an hour longer.
final class ClockGuard implements AutoCloseable {
    static final Duration TOLERANCE = Duration.ofSeconds(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final InstantSource wall;
    private final LongSupplier monotonicNanos;
    private final Consumer<Duration> onJump;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Instant lastWall;
    private long lastNanos;

    ClockGuard(InstantSource wall, LongSupplier monotonicNanos, Consumer<Duration> onJump) {
        this.wall = wall;
        this.monotonicNanos = monotonicNanos;
        this.onJump = onJump;
        this.lastWall = wall.instant();
        this.lastNanos = monotonicNanos.getAsLong();
    }

    static ClockGuard start(Consumer<Duration> onJump) {
        var guard = new ClockGuard(InstantSource.system(), System::nanoTime, onJump);
        Thread.ofPlatform().daemon().name("clock-guard").start(guard::keepLooking);
        return guard;
    }

    /// Calls back when the two clocks have come apart since the last look.
    synchronized void look() {
        var nowWall = wall.instant();
        long nowNanos = monotonicNanos.getAsLong();
        var jump = Duration.between(lastWall, nowWall).minusNanos(nowNanos - lastNanos);
        lastWall = nowWall;
        lastNanos = nowNanos;
        if (jump.abs().compareTo(TOLERANCE) > 0) {
            onJump.accept(jump);
        }
    }

    private void keepLooking() {
        try {
            while (!closed.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                lookSafely();
            }
        } catch (InterruptedException nobodyDoes) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException failed) {
            LoggerFactory.getLogger(ClockGuard.class).error("the clock guard failed", failed);
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
