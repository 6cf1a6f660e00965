package dev.holdfast.probe;

/// Who a probe is to its endpoint.
@FunctionalInterface
interface Credential {

    /// No credential, or one that TLS shows.
    Credential NONE = _ -> new Nothing();

    /// What to show now. Returns with at least half of the time until `deadline` left.
    Proof proof(Deadline deadline);

    /// What is shown in a request.
    sealed interface Proof {}

    /// Nothing is.
    record Nothing() implements Proof {}

    /// A header.
    record Header(Ask.Line line) implements Proof {}

    /// It could not be obtained.
    ///
    /// @param why a sentence a person can act on
    record Missing(String why) implements Proof {}
}
