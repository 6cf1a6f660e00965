package dev.holdfast.store;

import dev.holdfast.diagnosis.Cause;
import dev.holdfast.diagnosis.Outcome;
import dev.holdfast.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One check in the history.
///
/// @param status null when no status arrived
/// @param reason the verdict's sentence; empty for checks that passed
public record Check(
        Instant at,
        Duration took,
        Outcome outcome,
        @Nullable Integer status,
        Verdict verdict,
        Cause cause,
        String reason) {}
