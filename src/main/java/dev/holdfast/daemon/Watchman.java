package dev.holdfast.daemon;

import dev.holdfast.incident.Attention;
import dev.holdfast.incident.Change;
import dev.holdfast.incident.Incident;
import dev.holdfast.incident.Incident.Member;
import dev.holdfast.incident.Ledger;
import dev.holdfast.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at the open incidents once a second: whom to remind, whom to call besides.
final class Watchman implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watchman.class);
    private static final Duration ROUND = Duration.ofSeconds(1);

    private final Board board;
    private final Store store;
    private final Outlook outlook;
    private final InstantSource clock;
    private final CountDownLatch closed = new CountDownLatch(1);

    Watchman(Board board, Store store, Outlook outlook, InstantSource clock) {
        this.board = board;
        this.store = store;
        this.outlook = outlook;
        this.clock = clock;
    }

    Watchman start() {
        Thread.ofPlatform().daemon().name("watchman").start(this::keepWalking);
        return this;
    }

    private void keepWalking() {
        try {
            while (!closed.await(ROUND.toMillis(), TimeUnit.MILLISECONDS)) {
                walk();
            }
        } catch (InterruptedException nobodyDoes) {
            Thread.currentThread().interrupt();
        }
    }

    private void walk() {
        try {
            var now = clock.instant();
            var _ = store.revise(ledger -> due(ledger, now));
        } catch (RuntimeException failed) {
            LOG.error("cannot look after the open incidents", failed);
        }
    }

    private List<Change> due(Ledger ledger, Instant now) {
        return ledger.open().stream()
                .filter(incident -> !isQuiet(incident, now))
                .map(incident -> Attention.due(incident, now))
                .flatMap(Optional::stream)
                .toList();
    }

    /// Whether there is silence over everybody it affects.
    private boolean isQuiet(Incident incident, Instant now) {
        return incident.failing().stream()
                .map(Member::monitor)
                .allMatch(member -> board.watch(member)
                        .filter(watch -> outlook.isQuiet(watch.monitor().subject(), now))
                        .isPresent());
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
