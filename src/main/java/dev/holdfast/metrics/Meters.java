package dev.holdfast.metrics;

import dev.holdfast.diagnosis.Cause;
import dev.holdfast.incident.Incident;
import dev.holdfast.incident.Outbox.Attempt.Ending;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.instrumentation.jvm.ProcessMetrics;
import java.time.Duration;
import java.util.stream.DoubleStream;

/// What happens, counted: Holdfast's own counters and histograms, and those of the JVM and its process.
///
/// No label here names a monitor: these meters stay until the process ends.
final class Meters implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbage = new JvmGcMetrics();
    private final Timer lateness = histogram(
                    "holdfast.schedule.lateness",
                    "Time between the moment a check was due and its start",
                    0.001,
                    0.005,
                    0.01,
                    0.025,
                    0.05,
                    0.1,
                    0.25,
                    0.5,
                    1,
                    2.5,
                    5,
                    10)
            .register(registry);
    private final Timer delay = histogram(
                    "holdfast.notification.delay",
                    "Time between the moment a notification was due and its receipt by the channel",
                    0.05,
                    0.1,
                    0.25,
                    0.5,
                    1,
                    2.5,
                    5,
                    10,
                    30,
                    60,
                    300,
                    1800)
            .register(registry);

    Meters() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        garbage.bindTo(registry);
        // Under the names that every Prometheus client has for them; Micrometer has its own.
        ProcessMetrics.builder().register(registry.getPrometheusRegistry());
    }

    Timer lateness() {
        return lateness;
    }

    Timer delay() {
        return delay;
    }

    Timer probes(String group) {
        return histogram(
                        "holdfast.probe.duration",
                        "Time checks took, from name resolution to the last byte of the body",
                        0.005,
                        0.01,
                        0.025,
                        0.05,
                        0.1,
                        0.25,
                        0.5,
                        1,
                        2.5,
                        5,
                        10,
                        30)
                .tag("group", group)
                .register(registry);
    }

    Counter opened(String group, Incident.Kind kind, Cause cause) {
        return Counter.builder("holdfast.incidents")
                .description("Incidents that were opened")
                .tag("group", group)
                .tag("kind", Row.word(kind))
                .tag("cause", Row.word(cause))
                .register(registry);
    }

    Counter attempts(String channel, Ending ending) {
        return Counter.builder("holdfast.notifications")
                .description("Attempts to deliver a notification, by how they ended")
                .tag("channel", channel)
                .tag("result", word(ending))
                .register(registry);
    }

    /// The first failure of a channel is an increase only if its counter was there before.
    void startAtZero(String channel) {
        for (var ending : Ending.values()) {
            attempts(channel, ending);
        }
    }

    Counter skipped(String reason) {
        return Counter.builder("holdfast.probes.skipped")
                .description("Checks that were due and did not take place")
                .tag("reason", reason)
                .register(registry);
    }

    String scrape(Format format) {
        return registry.scrape(format.contentType());
    }

    @Override
    public void close() {
        garbage.close();
        registry.close();
    }

    private static String word(Ending ending) {
        return switch (ending) {
            case SENT -> "sent";
            case RETRY -> "retry";
            case GAVE_UP -> "failed";
        };
    }

    private static Timer.Builder histogram(String name, String help, double... seconds) {
        return Timer.builder(name)
                .description(help)
                .serviceLevelObjectives(DoubleStream.of(seconds)
                        .mapToObj(bound -> Duration.ofNanos(Math.round(bound * 1e9)))
                        .toArray(Duration[]::new));
    }
}
