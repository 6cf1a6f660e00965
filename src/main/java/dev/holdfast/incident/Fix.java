package dev.holdfast.incident;

import dev.holdfast.diagnosis.Cause;
import dev.holdfast.diagnosis.Diagnosis;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A fix that configuration pins: from then on the endpoint is known good, and breaking again is a regression.
///
/// @param at when it was fixed
/// @param cause what was wrong; null when any failure counts as the same
/// @param relation what was missing; null when the cause names nothing
/// @param by what fixed it, such as a migration's name
public record Fix(
        Instant at,
        @Nullable Cause cause,
        @Nullable String relation,
        @Nullable String by) {

    /// Whether `diagnosis` is what was fixed.
    boolean covers(Diagnosis diagnosis) {
        return (cause == null || cause == diagnosis.cause())
                && (relation == null || diagnosis.named().filter(this::isNamed).isPresent());
    }

    /// Whether `named` is the relation, with or without its schema.
    private boolean isNamed(String named) {
        return named.equals(relation) || named.endsWith("." + relation);
    }
}
