package dev.holdfast.config;

import dev.holdfast.incident.Subject;
import dev.holdfast.observation.MonitorId;
import dev.holdfast.probe.HttpSettings;
import dev.holdfast.schedule.Cadence;
import dev.holdfast.verdict.Expectation;

/// One monitor, as configured. Equal records mean that nothing about the monitor changed.
///
/// @param enabled false keeps it on the page, and never probes it
public record Monitor(Subject subject, HttpSettings http, Expectation expectation, Cadence cadence, boolean enabled) {

    /// Its name.
    public MonitorId id() {
        return subject.monitor();
    }
}
