package dev.holdfast.daemon;

import dev.holdfast.observation.NotTried;
import dev.holdfast.observation.Observation;
import dev.holdfast.observation.Request;
import dev.holdfast.probe.HttpSettings;
import dev.holdfast.probe.Probe;
import java.time.InstantSource;

/// Stands for a probe that could not be made, and says why whenever it is asked.
record Unusable(HttpSettings settings, String why, InstantSource clock) implements Probe {

    @Override
    public Observation probe() {
        var request = new Request(settings.method(), settings.url(), null);
        return new NotTried(clock.instant(), request, NotTried.Why.INTERNAL_ERROR, why);
    }
}
