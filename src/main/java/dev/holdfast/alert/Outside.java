package dev.holdfast.alert;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// What channels share.
///
/// @param home where people reach Holdfast's pages; null when nobody said, then messages carry no links to them
/// @param deadline of one attempt, over all of it
/// @param tls whom to trust
record Outside(Http http, InstantSource clock, @Nullable URI home, Earlier earlier, Duration deadline, SSLContext tls) {

    Instant now() {
        return clock.instant();
    }

    /// How the receiver named the first message of `lane`.
    Optional<String> firstMessage(String lane) {
        return earlier.first(lane).flatMap(Earlier.Told::message);
    }
}
