package dev.holdfast.verdict;

/// What a result means for its monitor.
public enum Verdict {
    /// As expected.
    PASS,
    /// It answers, not as expected, and a person should look.
    REVIEW,
    /// It is broken.
    FAIL,
    /// We could not tell; never opens or closes anything.
    UNKNOWN
}
