package dev.holdfast.daemon;

import dev.holdfast.alert.Channels;
import dev.holdfast.alert.Courier;
import dev.holdfast.config.Loaded;
import dev.holdfast.config.Problem;
import dev.holdfast.config.Settings;
import dev.holdfast.metrics.Metrics;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the configuration again: parsed and checked whole, then swapped; a bad one changes nothing but a metric and a
/// log line.
final class Reloading {
    private static final Logger LOG = LoggerFactory.getLogger(Reloading.class);

    private final Supplier<Loaded> source;
    private final Diagnosing diagnosing;
    private final Rota rota;
    private final Channels channels;
    private final Courier courier;
    private final Metrics metrics;
    private final InstantSource clock;
    private Settings current;

    Reloading(
            Supplier<Loaded> source,
            Settings current,
            Diagnosing diagnosing,
            Rota rota,
            Channels channels,
            Courier courier,
            Metrics metrics,
            InstantSource clock) {
        this.source = source;
        this.current = current;
        this.diagnosing = diagnosing;
        this.rota = rota;
        this.channels = channels;
        this.courier = courier;
        this.metrics = metrics;
        this.clock = clock;
    }

    /// Reads it again. What is wrong with it, empty when it was taken.
    synchronized List<Problem> reload() {
        return switch (source.get()) {
            case Loaded.Good good -> taken(good.settings());
            case Loaded.Bad bad -> refused(bad.problems());
        };
    }

    private List<Problem> taken(Settings settings) {
        courier.use(channels.open(settings.channels()));
        diagnosing.follow(settings);
        rota.follow(settings);
        if (!settings.web().equals(current.web()) || !settings.store().equals(current.store())) {
            LOG.warn("web and store settings take effect at the next start");
        }
        current = settings;
        metrics.reloaded(true, clock.instant());
        LOG.info("configuration taken: {} monitors", settings.monitors().size());
        return List.of();
    }

    private List<Problem> refused(List<Problem> problems) {
        metrics.reloaded(false, clock.instant());
        LOG.error(
                "configuration refused, the one before stays in force: {}",
                String.join("; ", problems.stream().map(Problem::toString).toList()));
        return problems;
    }
}
