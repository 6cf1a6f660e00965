package dev.holdfast.daemon;

import dev.holdfast.incident.Headline;
import dev.holdfast.incident.Incident;
import dev.holdfast.incident.Step;
import dev.holdfast.incident.Subject;
import dev.holdfast.incident.Transition;
import dev.holdfast.metrics.Metrics;
import dev.holdfast.verdict.Result;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one place that counts and logs what a check changed. A check that changes nothing is counted, not logged.
final class Teller {
    private static final Logger LOG = LoggerFactory.getLogger("holdfast");

    private final Metrics metrics;

    Teller(Metrics metrics) {
        this.metrics = metrics;
    }

    void checked(Subject subject, Result result, Step step) {
        metrics.observed(result);
        metrics.stepped(subject, step);
        changed(step);
    }

    /// Something was decided without a check.
    void decided(Step step) {
        changed(step);
    }

    private static void changed(Step step) {
        step.transitions().forEach(Teller::log);
        if (!step.owed().isEmpty() && step.incident() != null) {
            log(step.incident());
        }
    }

    private static void log(Transition change) {
        LOG.info("{} {} -> {}: {}", change.monitor(), change.from(), change.to(), change.reason());
    }

    private static void log(Incident incident) {
        LOG.info("{} {}", incident.id(), Headline.of(incident));
    }
}
