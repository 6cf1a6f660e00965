package dev.holdfast.probe;

import dev.holdfast.observation.Observation;

/// One way to touch one endpoint.
public interface Probe {

    /// Touches it once and says what was seen. Never throws for anything the endpoint, the network or a credential's
    /// provider does; returns within the deadline of its settings.
    Observation probe();
}
