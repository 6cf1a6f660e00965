package dev.holdfast.incident;

import java.time.Instant;

/// Somebody takes care of an incident. It holds for this incident alone: the same root cause again calls again.
///
/// @param by who
/// @param note what they said, empty when nothing
public record Ack(Instant at, String by, String note) {}
