package dev.holdfast.daemon;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Notices when Holdfast itself stood still: starved of the processor, suspended, or collecting garbage. What did not
/// answer in such a time may well have answered.
final class Pulse implements AutoCloseable {
    private static final Duration BEAT = Duration.ofMillis(100);
    /// Longer than any probe may take.
    private static final Duration MEMORY = Duration.ofMinutes(10);

    private final LongSupplier nanos;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Deque<Stall> stalls = new ArrayDeque<>();
    private long last;

    /// A beat that came late.
    private record Stall(long endedAt, long late) {}

    Pulse(LongSupplier nanos) {
        this.nanos = nanos;
        this.last = nanos.getAsLong();
    }

    static Pulse start() {
        var pulse = new Pulse(System::nanoTime);
        Thread.ofPlatform().daemon().name("pulse").start(pulse::keepBeating);
        return pulse;
    }

    synchronized void beat() {
        long now = nanos.getAsLong();
        long late = now - last - BEAT.toNanos();
        last = now;
        if (late > BEAT.toNanos() / 10) {
            stalls.add(new Stall(now, late));
        }
        while (!stalls.isEmpty() && now - stalls.getFirst().endedAt() > MEMORY.toNanos()) {
            stalls.removeFirst();
        }
    }

    /// How long Holdfast stood still within the last `span`.
    synchronized Duration stoodStill(Duration span) {
        long now = nanos.getAsLong();
        long still = Math.max(0, now - last - BEAT.toNanos());
        for (var stall : stalls) {
            long inside = span.toNanos() - (now - stall.endedAt());
            still += Math.clamp(inside, 0, stall.late());
        }
        return Duration.ofNanos(Math.min(still, span.toNanos()));
    }

    private void keepBeating() {
        try {
            while (!closed.await(BEAT.toMillis(), TimeUnit.MILLISECONDS)) {
                beat();
            }
        } catch (InterruptedException nobodyDoes) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
