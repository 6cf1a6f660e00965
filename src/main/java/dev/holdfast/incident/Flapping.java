package dev.holdfast.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// When going down again and again is one story and not many: a monitor that flaps has to be good for longer before
/// its incident ends, so that on-call is told of the beginning and the end, and of nothing in between.
///
/// @param downs so many times down make it flap; at least 2
/// @param within all of them within this time
/// @param calm how long a monitor that flaps has to be free of failure to recover
public record Flapping(int downs, Duration within, Duration calm) {

    /// Three times in an hour; ten minutes of calm.
    public static final Flapping USUAL = new Flapping(3, Duration.ofHours(1), Duration.ofMinutes(10));

    /// Those of `before` that still count at `at`, and `at` itself.
    List<Instant> with(List<Instant> before, Instant at) {
        return Stream.concat(before.stream().filter(down -> isRecent(down, at)), Stream.of(at))
                .skip(Math.max(0, recent(before, at) + 1 - downs))
                .toList();
    }

    /// Whether a monitor that went down at these times flaps.
    boolean is(List<Instant> wentDown, Instant at) {
        return recent(wentDown, at) >= downs;
    }

    private long recent(List<Instant> wentDown, Instant at) {
        return wentDown.stream().filter(down -> isRecent(down, at)).count();
    }

    private boolean isRecent(Instant down, Instant at) {
        return Duration.between(down, at).compareTo(within) <= 0;
    }
}
