package dev.holdfast.incident;

import java.time.Instant;

/// A deployment that was announced.
///
/// @param name such as a version or a commit
public record Deployment(String name, Instant at) {}
