package dev.holdfast.diagnosis;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What came back, and why.
///
/// @param status the HTTP status, null when none arrived
/// @param relation what a schema cause names, as a person would write it; null for every other cause or when the text
/// names none
/// @param dialect the database that spoke, null when the text does not tell
/// @param explanation one sentence for a person: what the response says or does
/// @param evidence the shortest excerpt that proves the cause, redacted; empty when nothing needs proof
/// @param signature the name of the rule that decided the cause, null when none had to
public record Diagnosis(
        Outcome outcome,
        @Nullable Integer status,
        Cause cause,
        @Nullable String relation,
        @Nullable Dialect dialect,
        String explanation,
        String evidence,
        @Nullable String signature) {

    /// The name of the missing thing, when a schema cause names one.
    public Optional<String> named() {
        return Optional.ofNullable(relation);
    }

    /// Whether the response itself proves why it failed, so that one confirming probe is enough: a schema cause that
    /// names what is missing is not a hiccup.
    public boolean provesItself() {
        return cause.isSchema() && relation != null;
    }
}
