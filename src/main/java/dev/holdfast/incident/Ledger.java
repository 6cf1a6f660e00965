package dev.holdfast.incident;

import dev.holdfast.observation.MonitorId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a decision may look at besides the state of its monitor. Reading only; what changes is in the [Step].
public interface Ledger {

    /// The open incident `id`.
    Optional<Incident> open(IncidentId id);

    /// The open incident with this root cause.
    Optional<Incident> openWith(Fingerprint fingerprint);

    /// The incident with this root cause that was resolved last.
    Optional<Incident> resolvedWith(Fingerprint fingerprint);

    /// All that are open, oldest first.
    List<Incident> open();

    /// The state of another monitor, empty when nothing is known of it.
    Optional<MonitorState> state(MonitorId monitor);

    /// The newest deployment that was announced for `at` or before.
    Optional<Deployment> deploymentBefore(Instant at);
}
