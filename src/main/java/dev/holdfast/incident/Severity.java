package dev.holdfast.incident;

/// How urgently a person is needed, most urgent first.
public enum Severity {
    CRITICAL,
    ERROR,
    WARNING,
    INFO
}
