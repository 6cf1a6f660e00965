package dev.holdfast.metrics;

import dev.holdfast.incident.Watched.Overlay;
import dev.holdfast.observation.Observation;
import dev.holdfast.verdict.Result;
import dev.holdfast.verdict.Verdict;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// The series that every monitor has. A new one is one line here and one in the golden catalogue.
final class MonitorFamilies {
    private static final List<String> STATES = List.of("unknown", "up", "review", "suspect", "down", "recovering");

    static final List<Family<Row>> ALL = List.of(
            Family.gauge(
                    "holdfast_monitor_state",
                    "1 for the state the monitor is in, and for silenced, maintenance and paused while they lie over it",
                    MonitorFamilies::state),
            Family.gauge("holdfast_monitor_verdict", "1 for the verdict of the newest check", MonitorFamilies::verdict),
            Family.counter("holdfast_probe_outcomes_total", "Checks, by what came back", MonitorFamilies::outcomes),
            Family.gauge(
                    "holdfast_probe_last_status_code",
                    "HTTP status of the newest check, absent when none arrived",
                    (row, line) -> row.seen()
                            .flatMap(_ -> row.latest())
                            .map(latest -> latest.diagnosis().status())
                            .ifPresent(line::add)),
            Family.gauge(
                    "holdfast_probe_last_duration_seconds",
                    "Time the newest check took, from name resolution to the last byte of the body",
                    (row, line) -> row.seen().map(Observation::took).ifPresent(line::add)),
            Family.gauge(
                    "holdfast_probe_last_phase_seconds",
                    "Time of each part of the newest check, only of parts that happened",
                    MonitorFamilies::phases),
            Family.gauge(
                    "holdfast_probe_age_seconds",
                    "Time since the newest check ended",
                    (row, line) -> row.latest().map(latest -> age(row, latest)).ifPresent(line::add)),
            Family.gauge(
                    "holdfast_incident_open",
                    "1 while the monitor is a member of an open incident",
                    MonitorFamilies::incident),
            Family.counter(
                    "holdfast_regressions_total",
                    "Times the monitor was good and broke again",
                    (row, line) -> add(row.tally().regressions(), "cause", line)),
            Family.gauge(
                    "holdfast_certificate_expiry_timestamp_seconds",
                    "When the first certificate of the chain the endpoint showed expires",
                    (row, line) -> row.certificateExpiry().ifPresent(line::add)));

    private MonitorFamilies() {}

    private static void state(Row row, Line line) {
        var now = row.watched().state().condition().word();
        STATES.forEach(state -> line.add("state", state, state.equals(now) ? 1 : 0));
        for (var overlay : Overlay.values()) {
            line.add("state", Row.word(overlay), row.watched().overlays().contains(overlay) ? 1 : 0);
        }
    }

    private static void verdict(Row row, Line line) {
        if (row.watched().paused()) {
            return;
        }
        var now = row.latest().map(Result::verdict).orElse(Verdict.UNKNOWN);
        for (var verdict : Verdict.values()) {
            line.add("verdict", Row.word(verdict), verdict == now ? 1 : 0);
        }
    }

    private static void outcomes(Row row, Line line) {
        add(row.tally().outcomes(), "outcome", line);
    }

    private static void phases(Row row, Line line) {
        row.seen()
                .map(seen -> seen.phases().durations())
                .ifPresent(phases ->
                        phases.forEach((phase, took) -> line.add("phase", Row.word(phase), Line.seconds(took))));
    }

    private static Duration age(Row row, Result latest) {
        var age = Duration.between(latest.endedAt(), row.now());
        return age.isNegative() ? Duration.ZERO : age;
    }

    private static void incident(Row row, Line line) {
        var incident = row.incident();
        if (incident != null) {
            var kind = Line.label("kind", Row.word(incident.kind()));
            line.about(row.labels() + ',' + kind);
            line.add("cause", Row.word(incident.failure().diagnosis().cause()), 1);
        }
    }

    private static <E extends Enum<E>> void add(Map<E, ? extends Number> counts, String label, Line line) {
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .forEach(count -> line.add(
                        label, Row.word(count.getKey()), count.getValue().doubleValue()));
    }
}
