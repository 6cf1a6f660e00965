package dev.holdfast.alert;

import dev.holdfast.incident.Outbox;
import dev.holdfast.incident.Outbox.Attempt;
import dev.holdfast.incident.Outbox.Owed;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// Carries one notification to its channel, and settles what came of it.
final class Carrier {
    private static final Logger LOG = LoggerFactory.getLogger(Carrier.class);

    /// What cannot be settled would be sent again at once, and again.
    private static final Duration UNSETTLED = Duration.ofMinutes(1);

    private final Outbox outbox;
    private final Lanes lanes;
    private final Consumer<Attempt> listener;
    private final InstantSource clock;
    private final Retries retries;
    private volatile Map<String, Channel> channels;

    Carrier(
            Outbox outbox,
            Lanes lanes,
            Map<String, Channel> channels,
            Consumer<Attempt> listener,
            InstantSource clock,
            Retries retries) {
        this.outbox = outbox;
        this.lanes = lanes;
        this.channels = Map.copyOf(channels);
        this.listener = listener;
        this.clock = clock;
        this.retries = retries;
    }

    void use(Map<String, Channel> next) {
        channels = Map.copyOf(next);
    }

    Map<String, Channel> channels() {
        return channels;
    }

    /// Tries once. Never throws.
    void carry(Owed owed) {
        try {
            settle(retries.after(owed, tried(owed), clock.instant()));
        } catch (RuntimeException trouble) { // ours, or the store's
            LOG.error("cannot settle notification {}", owed.notice().id(), trouble);
            lanes.quiet(owed.notice().channel(), clock.instant().plus(UNSETTLED));
        }
    }

    private Delivery tried(Owed owed) {
        var channel = channels.get(owed.notice().channel());
        if (channel == null) {
            return new Delivery.GaveUp("no channel is called " + owed.notice().channel() + " any more");
        }
        var delivery = told(channel, owed);
        if (delivery instanceof Delivery.TryLater later) {
            lanes.quiet(owed.notice().channel(), clock.instant().plus(Retries.asked(later)));
        }
        return delivery;
    }

    private static Delivery told(Channel channel, Owed owed) {
        try {
            return channel.deliver(owed.notice());
        } catch (RuntimeException fault) { // a fault of ours is no reason to lose it
            LOG.error("channel {} failed", owed.notice().channel(), fault);
            return new Delivery.TryLater(null, "a fault in Holdfast: " + fault);
        }
    }

    private void settle(Attempt attempt) {
        Thread.interrupted(); // closing ends deliveries, not the account of them
        outbox.settle(attempt);
        report(attempt);
        listener.accept(attempt);
    }

    private static void report(Attempt attempt) {
        var notice = attempt.notice();
        LOG.atLevel(level(attempt))
                .log(
                        "notification {} ({}) to {}: {}, {}",
                        notice.id(),
                        notice.event().type(),
                        notice.channel(),
                        attempt.ending(),
                        attempt.answer());
    }

    private static Level level(Attempt attempt) {
        return switch (attempt.ending()) {
            case SENT -> Level.DEBUG;
            case RETRY -> attempt.number() == 1 ? Level.INFO : Level.DEBUG;
            case GAVE_UP -> Level.WARN;
        };
    }
}
