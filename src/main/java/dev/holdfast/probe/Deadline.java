package dev.holdfast.probe;

import java.time.Duration;

/// The one instant at which a probe ends, on the monotonic clock.
record Deadline(long nanos, Duration allowed) {

    static Deadline in(Duration allowed) {
        return new Deadline(System.nanoTime() + allowed.toNanos(), allowed);
    }

    /// Half of what is left, for what must not use up all of it.
    Deadline half() {
        return in(left().dividedBy(2));
    }

    /// What is left; zero once it is over.
    Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    boolean isOver() {
        return left().isZero();
    }

    /// How it reads in a sentence, such as `10 s` or `300 ms`.
    @Override
    public String toString() {
        return Words.of(allowed);
    }
}
