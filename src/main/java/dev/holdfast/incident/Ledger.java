package dev.holdfast.incident;

import java.util.Optional;

/// The incidents a decision may look at. Reading only; what changes is in the [Step].
public interface Ledger {

    /// The open incident `id`.
    Optional<Incident> open(IncidentId id);

    /// The open incident with this root cause.
    Optional<Incident> openWith(Fingerprint fingerprint);

    /// The incident with this root cause that was resolved last.
    Optional<Incident> resolvedWith(Fingerprint fingerprint);
}
