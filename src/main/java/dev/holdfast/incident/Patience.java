package dev.holdfast.incident;

import java.time.Duration;

/// How much proof a change needs.
///
/// @param confirmProbes how many quick probes must fail after the first failure; 0 believes the first
/// @param confirmEvery the time between those probes
/// @param recoverProbes how many checks in a row must be free of failure before an incident is left; at least 1
public record Patience(int confirmProbes, Duration confirmEvery, int recoverProbes) {

    /// Two quick probes a second apart; two good checks to recover.
    public static final Patience USUAL = new Patience(2, Duration.ofSeconds(1), 2);

    /// How many failures in a row make a failure certain. A response that proves its own cause needs one repetition
    /// only.
    int failuresNeeded(boolean provesItself) {
        return 1 + (provesItself ? Math.min(1, confirmProbes) : confirmProbes);
    }
}
