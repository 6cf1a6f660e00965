package dev.holdfast.incident;

import java.time.Instant;

/// The identity of an incident, the same wherever and whenever it is computed.
public record IncidentId(String value) {

    static IncidentId of(Fingerprint fingerprint, Instant openedAt) {
        return new IncidentId("inc_" + Digest.of(fingerprint.value(), openedAt.toString()));
    }

    @Override
    public String toString() {
        return value;
    }
}
