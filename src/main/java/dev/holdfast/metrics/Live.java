package dev.holdfast.metrics;

import dev.holdfast.incident.Incident;
import dev.holdfast.incident.Watched;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// What a scrape shows as it stands at that moment. Each method is asked once or twice a scrape, must be cheap and
/// must
/// not wait.
public interface Live {

    /// The monitors that are watched now. One that is missing here is missing in the scrape.
    Collection<Watched> monitors();

    /// The incidents that are open.
    List<Incident> incidents();

    /// How many notifications each channel is waiting for.
    Map<String, Integer> pending();

    /// When each credential expires, those that say so.
    Map<String, Instant> credentialExpiries();

    /// How many probes are running.
    int inFlight();

    /// How many times the database failed since the start.
    long storageErrors();

    /// Whether Holdfast itself cannot see: its verdicts then say nothing about the endpoints.
    boolean blind();
}
