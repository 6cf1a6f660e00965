package dev.holdfast.alert;

import dev.holdfast.incident.Outbox;
import dev.holdfast.incident.Outbox.Attempt;
import dev.holdfast.incident.Outbox.Owed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings what is owed to the channels: within an incident in order, otherwise none waits for another, each until it
/// was sent or given up. What a crash interrupts is sent again under the same id.
///
/// One thread looks at what is due and hands over; each delivery has a thread of its own.
public final class Courier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    /// How long it sleeps when nothing is owed, in case the clock was set.
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(30);

    /// How soon it looks again at what is due and had to stay.
    private static final Duration SHORTEST_SLEEP = Duration.ofMillis(250);

    /// What is on its way may still arrive within this when Holdfast ends.
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Outbox outbox;
    private final Carrier carrier;
    private final InstantSource clock;
    private final Duration grace;
    private final Lanes lanes = new Lanes();
    private final Semaphore bell = new Semaphore(0);
    private final Thread dispatcher =
            Thread.ofPlatform().name("courier").daemon().unstarted(this::run);
    private final ExecutorService deliveries = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("delivery-", 0).factory());
    private volatile boolean closed;

    /// Does nothing until it is started.
    ///
    /// @param listener is told of every attempt, after it was settled
    /// @param random spreads retries
    public Courier(
            Outbox outbox,
            Map<String, Channel> channels,
            Consumer<Attempt> listener,
            InstantSource clock,
            RandomGenerator random) {
        this(outbox, channels, listener, clock, random, GRACE);
    }

    Courier(
            Outbox outbox,
            Map<String, Channel> channels,
            Consumer<Attempt> listener,
            InstantSource clock,
            RandomGenerator random,
            Duration grace) {
        this.outbox = outbox;
        this.carrier = new Carrier(outbox, lanes, channels, listener, clock, new Retries(random));
        this.clock = clock;
        this.grace = grace;
    }

    /// Begins to deliver.
    public void start() {
        outbox.onOwed(bell::release);
        dispatcher.start();
    }

    /// Delivers to these from now on.
    public void use(Map<String, Channel> next) {
        carrier.use(next);
        bell.release();
    }

    /// The channels in use.
    public Map<String, Channel> channels() {
        return carrier.channels();
    }

    private void run() {
        while (!closed) {
            try {
                dispatch();
                sleep();
            } catch (RuntimeException trouble) { // ours, or the store's: what is owed stays owed
                LOG.error("cannot deliver notifications", trouble);
                sleep(LONGEST_SLEEP);
            }
        }
    }

    /// A lane that is busy before the outbox is asked stays out of it: its delivery may end meanwhile, and what was
    /// asked would be out of date.
    private void dispatch() {
        var now = clock.instant();
        var busy = lanes.busy();
        for (var owed : outbox.due(now)) {
            if (!busy.contains(owed.notice().lane()) && lanes.enter(owed.notice(), now)) {
                deliveries.execute(() -> carry(owed));
            }
        }
    }

    private void carry(Owed owed) {
        try {
            carrier.carry(owed);
        } finally {
            lanes.leave(owed.notice());
            bell.release();
        }
    }

    private void sleep() {
        var now = clock.instant();
        sleep(outbox.nextDue().map(due -> until(due, now)).orElse(LONGEST_SLEEP));
    }

    private static Duration until(Instant due, Instant now) {
        if (!due.isAfter(now)) {
            return SHORTEST_SLEEP;
        }
        var wait = Duration.between(now, due);
        return wait.compareTo(LONGEST_SLEEP) < 0 ? wait.plusMillis(1) : LONGEST_SLEEP;
    }

    private void sleep(Duration wait) {
        try {
            var _ = bell.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
            bell.drainPermits();
        } catch (InterruptedException _) {
            closed = true;
        }
    }

    /// Gives what is on its way a moment to arrive; the rest stays owed.
    @Override
    public void close() {
        closed = true;
        bell.release();
        try {
            dispatcher.join();
            deliveries.shutdown();
            if (!deliveries.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                deliveries.shutdownNow();
                var _ = deliveries.awaitTermination(GRACE.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (InterruptedException _) {
            deliveries.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
