package dev.holdfast.config;

import dev.holdfast.incident.Subject;
import dev.holdfast.observation.MonitorId;
import dev.holdfast.probe.HttpSettings;
import dev.holdfast.schedule.Cadence;
import dev.holdfast.verdict.Expectation;
import java.util.Map;

/// One monitor, as configured. Equal records mean that nothing about the monitor changed.
///
/// @param labels words of the user's own about it
/// @param enabled false keeps it on the page, and never probes it
public record Monitor(
        Subject subject,
        HttpSettings http,
        Expectation expectation,
        Cadence cadence,
        Map<String, String> labels,
        boolean enabled) {

    public Monitor {
        labels = Map.copyOf(labels);
    }

    /// Its name.
    public MonitorId id() {
        return subject.monitor();
    }
}
