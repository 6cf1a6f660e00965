package dev.holdfast.probe;

import dev.holdfast.observation.Phases.Phase;
import dev.holdfast.observation.Trouble.Kind;
import org.jspecify.annotations.Nullable;

/// Where an exchange is: which phase the time counts for, and what it is called when the deadline comes there.
enum Stage {
    RESOLVE(Phase.RESOLVE, Kind.DNS_TIMEOUT, "no answer from name resolution"),
    CONNECT(Phase.CONNECT, Kind.CONNECT_TIMEOUT, "no connection"),
    TLS(Phase.TLS, Kind.TLS_TIMEOUT, "no TLS handshake"),
    SEND(null, Kind.RESPONSE_TIMEOUT, "request not taken"),
    WAIT(Phase.PROCESSING, Kind.RESPONSE_TIMEOUT, "no answer"),
    HEAD(Phase.TRANSFER, Kind.HEADERS_TIMEOUT, "headers not complete"),
    BODY(Phase.TRANSFER, Kind.BODY_TIMEOUT, "body not complete");

    private final @Nullable Phase phase;
    private final Kind timeout;
    private final String missing;

    Stage(@Nullable Phase phase, Kind timeout, String missing) {
        this.phase = phase;
        this.timeout = timeout;
        this.missing = missing;
    }

    @Nullable
    Phase phase() {
        return phase;
    }

    Kind timeout() {
        return timeout;
    }

    /// What had not happened when the deadline came.
    String missing() {
        return missing;
    }
}
