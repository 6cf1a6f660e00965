package dev.holdfast.observation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// No status line arrived.
///
/// @param trouble what stood in the way
/// @param hops the redirects that had been followed when it happened, oldest first
/// @param peer the last address tried, with its certificate when one was shown; null when no address was known
public record Unanswered(
        Instant at,
        Duration took,
        Phases phases,
        Request request,
        Trouble trouble,
        List<Answered.Hop> hops,
        @Nullable Peer peer)
        implements Observation {

    public Unanswered {
        hops = List.copyOf(hops);
    }
}
