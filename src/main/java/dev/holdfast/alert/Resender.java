package dev.holdfast.alert;

import dev.holdfast.incident.Incident;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reminds, once a minute and at the start, those receivers that forget what they are not reminded of.
public final class Resender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Resender.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Supplier<Map<String, Channel>> channels;
    private final Supplier<List<Incident>> incidents;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("resender").daemon().factory());

    /// Does nothing until it is started.
    ///
    /// @param channels those that are in use now
    /// @param incidents all that are open, and those that were resolved within the last five minutes or more
    public Resender(Supplier<Map<String, Channel>> channels, Supplier<List<Incident>> incidents) {
        this.channels = channels;
        this.incidents = incidents;
    }

    /// Begins.
    public void start() {
        var _ = clock.scheduleWithFixedDelay(this::round, 0, EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    /// Reminds once, now.
    void round() {
        try {
            var now = incidents.get();
            Together.call(List.copyOf(channels.get().values()), channel -> remind(channel, now));
        } catch (RuntimeException trouble) { // the next round may fare better
            LOG.error("cannot remind receivers of the open incidents", trouble);
        }
    }

    private static Channel remind(Channel channel, List<Incident> incidents) {
        channel.remind(incidents);
        return channel;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
