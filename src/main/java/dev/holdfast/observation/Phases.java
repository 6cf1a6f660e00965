package dev.holdfast.observation;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// How long each part of an exchange took; only parts that happened are present.
public record Phases(Map<Phase, Duration> durations) {

    /// Nothing happened.
    public static final Phases NONE = new Phases(Map.of());

    /// The parts of an exchange, in order.
    public enum Phase {
        /// Name resolution.
        RESOLVE,
        /// The TCP connection.
        CONNECT,
        /// The TLS handshake.
        TLS,
        /// From the request's last byte to the answer's first.
        PROCESSING,
        /// From the answer's first byte to its last.
        TRANSFER
    }

    public Phases {
        var copy = new EnumMap<Phase, Duration>(Phase.class);
        copy.putAll(durations);
        durations = Collections.unmodifiableMap(copy);
    }

    /// The duration of one phase, empty when it did not happen.
    public Optional<Duration> of(Phase phase) {
        return Optional.ofNullable(durations.get(phase));
    }
}
