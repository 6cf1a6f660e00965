package dev.holdfast.probe;

import dev.holdfast.observation.Body;
import dev.holdfast.observation.Headers;
import dev.holdfast.observation.NotTried;
import dev.holdfast.observation.Peer;
import dev.holdfast.observation.Phases;
import dev.holdfast.observation.Trouble;
import org.jspecify.annotations.Nullable;

/// What one exchange came to.
sealed interface Exchanged {

    /// A status line and headers came, and as much of the body as was kept.
    ///
    /// @param broken what ended the body before its end, null when nothing did
    record Response(
            int status,
            Headers headers,
            Body body,
            Phases phases,
            @Nullable Peer peer,
            @Nullable Trouble broken) implements Exchanged {

        /// The same answer, which something else is wrong with.
        Response brokenBy(Trouble trouble) {
            return new Response(status, headers, body, phases, peer, trouble);
        }
    }

    /// No whole head of an answer came.
    ///
    /// @param peer the last address tried, null when none was known
    record Silence(Trouble trouble, Phases phases, @Nullable Peer peer) implements Exchanged {}

    /// Nothing was sent, for a reason of our own.
    record Withheld(NotTried.Why why, String detail) implements Exchanged {

        /// The thread was told to stop.
        static Withheld stopping() {
            Thread.currentThread().interrupt();
            return ourOwn("it is stopping");
        }

        /// Holdfast has not what it takes.
        static Withheld ourOwn(String why) {
            return new Withheld(NotTried.Why.INTERNAL_ERROR, "Holdfast could not probe: " + why);
        }
    }
}
