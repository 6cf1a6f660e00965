package dev.holdfast.store;

import java.time.Instant;

/// The database takes nothing: what is decided is in memory only, and a crash would lose it.
///
/// @param since when it was first noticed
/// @param reason the newest failure in its own words; short, no secrets
public record StoreTrouble(Instant since, String reason) {}
