package dev.holdfast.observation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The endpoint answered: a status line and headers arrived, and as much of the body as was kept.
///
/// @param status the status of the last hop, 100 to 999
/// @param hops the redirects that were followed on the way, oldest first
/// @param peer who answered; null only when the client cannot tell
/// @param broken what ended the body before its end, null when it arrived whole (or to the cap)
public record Answered(
        Instant at,
        Duration took,
        Phases phases,
        Request request,
        int status,
        Headers headers,
        Body body,
        List<Hop> hops,
        @Nullable Peer peer,
        @Nullable Trouble broken)
        implements Observation {

    public Answered {
        hops = List.copyOf(hops);
    }

    /// What ended the body early, if anything did.
    public Optional<Trouble> trouble() {
        return Optional.ofNullable(broken);
    }

    /// One redirect that was followed.
    ///
    /// @param from the address that redirected
    /// @param location the `Location` it gave, as sent
    public record Hop(int status, java.net.URI from, String location) {}
}
