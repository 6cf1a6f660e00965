package dev.holdfast.daemon;

import dev.holdfast.incident.Sight.Look;
import dev.holdfast.observation.Answered;
import dev.holdfast.probe.AddressGuard;
import dev.holdfast.probe.HttpSettings;
import dev.holdfast.probe.Probes;
import dev.holdfast.probe.UnusableSettingsException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Endpoints that have nothing to do with what is monitored, asked only when in doubt.
final class Canaries implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Canaries.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final InstantSource clock;
    private final Runnable onAnswer;
    private final Map<URI, Look> looks = new ConcurrentHashMap<>();
    private final AtomicBoolean asking = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile List<HttpSettings> settings = List.of();

    /// @param onAnswer called when one of them answers
    Canaries(InstantSource clock, Runnable onAnswer) {
        this.clock = clock;
        this.onAnswer = onAnswer;
    }

    void use(List<HttpSettings> next) {
        settings = next;
        looks.keySet().retainAll(next.stream().map(HttpSettings::url).toList());
    }

    boolean areNone() {
        return settings.isEmpty();
    }

    /// The newest look at each; one that was never asked was looked at before all time.
    List<Look> looks() {
        return settings.stream()
                .map(canary -> looks.getOrDefault(canary.url(), Look.at(canary.url(), Instant.MIN, false)))
                .toList();
    }

    /// Asks all of them once, unless that is under way.
    void ask() {
        if (asking.compareAndSet(false, true)) {
            Thread.ofVirtual().name("canaries").start(() -> {
                askAll();
                asking.set(false);
            });
        }
    }

    /// Asks all of them again and again, until one answers.
    void askUntilAnswered() {
        Thread.ofVirtual().name("canaries").start(() -> {
            try {
                while (!askAll() && !areNone() && !closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {}
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private boolean askAll() {
        try (var probes = new Probes(Map.of(), AddressGuard.allowAll())) {
            var threads = settings.stream()
                    .map(canary -> Thread.ofVirtual().name("canary").start(() -> look(canary, probes)))
                    .toList();
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        boolean answered = looks().stream().anyMatch(Look::answered);
        if (answered) {
            onAnswer.run();
        }
        return answered;
    }

    private void look(HttpSettings canary, Probes probes) {
        try {
            boolean answered = probes.http(canary).probe() instanceof Answered;
            looks.put(canary.url(), Look.at(canary.url(), clock.instant(), answered));
        } catch (UnusableSettingsException | RuntimeException unusable) {
            LOG.error("the canary {} cannot be asked", canary.url(), unusable);
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
