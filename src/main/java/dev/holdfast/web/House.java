package dev.holdfast.web;

import dev.holdfast.incident.Deployment;
import dev.holdfast.incident.Incident;
import dev.holdfast.incident.IncidentId;
import dev.holdfast.incident.Silence;
import dev.holdfast.incident.Watched;
import dev.holdfast.observation.MonitorId;
import dev.holdfast.store.Store;
import dev.holdfast.verdict.Result;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the site shows, and the few things it may ask to be done. The daemon implements it; every method may be called
/// from several threads at once.
public interface House {

    /// The monitors as they stand now, in the order of the configuration.
    Collection<Watched> monitors();

    /// What is remembered. The site only reads.
    Store store();

    /// Whether every part has started and none is shutting down.
    boolean ready();

    /// Whether Holdfast itself cannot see: neither what it watches nor its canaries answer.
    boolean blind();

    /// Checks `monitor` now and waits for the result, which counts like any other. Empty when it is not watched.
    Optional<Result> check(MonitorId monitor);

    /// Takes note that somebody takes care of the incident `id`. Empty when none of that name is open; an incident that
    /// is taken care of already keeps who came first.
    Optional<Incident> acknowledge(IncidentId id, String by, String note);

    /// Every silence that is not over, those of the configuration first.
    List<Silence> silences();

    /// Puts `silence` in force.
    void silence(Silence silence);

    /// Ends the silence `id` now. Empty when none of that name is in force, or when it stands in the configuration.
    Optional<Silence> expire(String id);

    /// Takes note of a deployment.
    Deployment deployed(String name, @Nullable Instant at);

    /// Reads the configuration again and takes it, or leaves everything as it is.
    Reload reload();

    /// The metrics, in the text format that `accept` would rather have.
    ///
    /// @param accept the scraper's `Accept` header, null when it sent none
    Scrape metrics(@Nullable String accept);

    /// The version that runs.
    String version();

    /// What became of reading the configuration again.
    ///
    /// @param problems why it was not taken, each with its place and remedy; empty when it was
    record Reload(List<String> problems) {
        public Reload {
            problems = List.copyOf(problems);
        }

        /// Whether the new configuration is in force.
        public boolean isTaken() {
            return problems.isEmpty();
        }
    }

    /// A page for Prometheus.
    record Scrape(String contentType, String text) {}
}
