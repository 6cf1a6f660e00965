package dev.holdfast.incident;

import dev.holdfast.diagnosis.Cause;
import dev.holdfast.incident.Incident.Kind;

/// How urgently a person is needed, most urgent first.
public enum Severity {
    CRITICAL,
    ERROR,
    WARNING,
    INFO;

    /// The severity where configuration says nothing else: what was fixed and broke again is the worst; what was never
    /// good, and what somebody means to be so, can wait.
    static Severity of(Kind kind, Cause cause, boolean wasPinned) {
        if (wasPinned) {
            return CRITICAL;
        }
        return switch (cause) {
            case MAINTENANCE -> INFO;
            case RATE_LIMITED -> WARNING;
            default -> kind == Kind.REGRESSION || cause.isSchema() ? ERROR : WARNING;
        };
    }

    /// The more urgent of the two.
    Severity or(Severity other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
