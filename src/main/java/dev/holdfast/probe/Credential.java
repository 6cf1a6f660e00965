package dev.holdfast.probe;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Who a probe is to its endpoint.
interface Credential {

    /// No credential, or one that TLS shows.
    Credential NONE = _ -> new Nothing();

    /// What to show now. Returns with at least half of the time until `deadline` left.
    Proof proof(Deadline deadline);

    /// What to show after the endpoint refused `refused`: the same when there is nothing newer to be had.
    default Proof proofAfter(Proof refused, Deadline deadline) {
        return refused;
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

    /// The same header always.
    static Credential header(String name, String value) throws UnusableSettingsException {
        FirstAsk.check(name, value);
        var proof = new Header(new Ask.Line(name, value));
        return _ -> proof;
    }

    /// `Basic`, as RFC 7617 has it.
    static String basic(String username, String password) {
        var pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }
}
