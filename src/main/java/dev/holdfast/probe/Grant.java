package dev.holdfast.probe;

import java.time.Duration;
import java.time.Instant;

/// What a token provider answered, and how long that is relied on.
sealed interface Grant {
    /// A provider in trouble is not asked again before this, however many monitors wait.
    Duration PATIENCE = Duration.ofSeconds(5);

    /// A token younger than this was not revoked: an endpoint that rejects it rejects its owner.
    Duration FRESH = Duration.ofSeconds(10);

    /// Taken when the provider does not say how long its token lasts.
    Duration USUAL_LIFE = Duration.ofMinutes(10);

    /// A token is renewed this long before its end, or a tenth of its life when that is less.
    Duration AHEAD = Duration.ofSeconds(30);

    /// Until when it is not asked for again.
    Instant until();

    /// A token.
    ///
    /// @param expires when the provider says it ends
    /// @param replacement whether it was fetched because another was rejected
    record Token(String value, Instant fetched, Instant expires, boolean replacement) implements Grant {

        @Override
        public Instant until() {
            var life = Duration.between(fetched, expires);
            var tenth = life.dividedBy(10);
            return expires.minus(tenth.compareTo(AHEAD) < 0 ? tenth : AHEAD);
        }

        /// Whether a rejection can mean that it was revoked: it once was accepted where it is rejected now; or nobody
        /// suspected it so far, and it had the time.
        boolean mayBeRevoked(boolean wasAccepted, Instant now) {
            return wasAccepted || (!replacement && fetched.plus(FRESH).isBefore(now));
        }
    }

    /// No token.
    ///
    /// @param why a sentence with the provider's address
    record Denied(String why, Instant at) implements Grant {

        @Override
        public Instant until() {
            return at.plus(PATIENCE);
        }
    }
}
