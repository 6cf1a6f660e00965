package dev.holdfast.diagnosis;

/// One signature that was looked for, and what came of it.
///
/// @param won whether it decided the cause
/// @param why one clause for a person
public record Tried(String signature, boolean won, String why) {}
