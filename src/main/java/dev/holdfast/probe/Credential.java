package dev.holdfast.probe;

import java.util.Optional;

/// Who a probe is to its endpoint.
@FunctionalInterface
interface Credential {

    /// No credential, or one that TLS shows.
    Credential NONE = _ -> new Nothing();

    /// What to show now. Returns with at least half of the time until `deadline` left.
    Proof proof(Deadline deadline);

    /// What to show instead of `rejected`, which the endpoint answered with 401; empty when nothing else would do.
    ///
    /// @param wasAccepted whether the same endpoint has accepted it before
    default Optional<Proof> instead(Header rejected, boolean wasAccepted, Deadline deadline) {
        return Optional.empty();
    }

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
