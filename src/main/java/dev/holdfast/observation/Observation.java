package dev.holdfast.observation;

import java.time.Duration;
import java.time.Instant;

/// What one check of one endpoint saw. A fact, never a judgement and never an exception.
public sealed interface Observation permits Answered, Unanswered, NotTried {

    /// When the check began (wall clock).
    Instant at();

    /// How long it took, measured on the monotonic clock; zero when nothing was tried.
    Duration took();

    /// The phases that happened; empty when nothing was tried.
    Phases phases();

    /// What was asked: the method and address of the last exchange.
    Request request();
}
