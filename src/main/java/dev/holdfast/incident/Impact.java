package dev.holdfast.incident;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What is at stake while a monitor is down.
///
/// @param note in a person's words
/// @param value the money at risk, null when not stated
/// @param currency its ISO 4217 code, null when not stated
public record Impact(
        @Nullable String note,
        @Nullable BigDecimal value,
        @Nullable String currency) {}
