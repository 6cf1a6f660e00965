package dev.holdfast.observation;

import java.time.Duration;
import java.time.Instant;

/// Nothing was sent to the endpoint, for a reason of our own. Never the endpoint's fault.
///
/// @param detail one sentence a person can act on
public record NotTried(Instant at, Request request, Why why, String detail) implements Observation {

    /// Why the endpoint was not tried.
    public enum Why {
        /// The address guard refused every address the name resolved to.
        ADDRESS_REFUSED,
        /// The credential the monitor needs could not be obtained from its provider.
        CREDENTIAL_PROVIDER_DOWN,
        /// Holdfast itself failed; its log has the exception.
        INTERNAL_ERROR
    }

    @Override
    public Duration took() {
        return Duration.ZERO;
    }

    @Override
    public Phases phases() {
        return Phases.NONE;
    }
}
