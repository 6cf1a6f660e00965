package dev.holdfast.incident;

import dev.holdfast.incident.Condition.Recovering;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How much proof a change needs.
///
/// @param confirmProbes how many quick probes must fail after the first failure; 0 believes the first
/// @param confirmEvery the time between those probes
/// @param recoverProbes how many checks in a row must be free of failure before an incident is left; at least 1
/// @param flapping when that is not enough
public record Patience(int confirmProbes, Duration confirmEvery, int recoverProbes, Flapping flapping) {

    /// Two quick probes a second apart; two good checks to recover.
    public static final Patience USUAL = new Patience(2, Duration.ofSeconds(1), 2, Flapping.USUAL);

    /// How many failures in a row make a failure certain. A response that proves its own cause needs one repetition
    /// only.
    int failuresNeeded(boolean provesItself) {
        return 1 + (provesItself ? Math.min(1, confirmProbes) : confirmProbes);
    }

    /// Whether a monitor has been free of failure for long enough.
    boolean isOver(Recovering so, List<Instant> wentDown, Instant at) {
        var calm = flapping.is(wentDown, so.down()) ? flapping.calm() : Duration.ZERO;
        return so.passes() >= recoverProbes && Duration.between(so.since(), at).compareTo(calm) >= 0;
    }
}
