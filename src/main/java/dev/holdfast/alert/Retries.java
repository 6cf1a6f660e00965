package dev.holdfast.alert;

import dev.holdfast.incident.Outbox.Attempt;
import dev.holdfast.incident.Outbox.Attempt.Ending;
import dev.holdfast.incident.Outbox.Owed;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// What follows from a try: nothing more, another one, or giving up.
final class Retries {
    static final Duration FIRST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofMinutes(5);

    /// Nobody has to wait longer than this because a receiver says so.
    static final Duration LONGEST_ASKED = Duration.ofHours(1);

    static final Duration GIVE_UP_AFTER = Duration.ofDays(1);

    /// So many tries are due even to what is a day old: Holdfast itself may have been away.
    static final int TRIES_AT_LEAST = 20;

    private final RandomGenerator random;

    Retries(RandomGenerator random) {
        this.random = random;
    }

    /// The account of a try at `owed` that ended at `now` with `delivery`.
    Attempt after(Owed owed, Delivery delivery, Instant now) {
        return switch (delivery) {
            case Delivery.Sent sent -> attempt(owed, now, Ending.SENT, sent.answer(), null);
            case Delivery.GaveUp gaveUp -> attempt(owed, now, Ending.GAVE_UP, gaveUp.reason(), null);
            case Delivery.TryLater later
            when isEnough(owed, now) ->
                attempt(owed, now, Ending.GAVE_UP, "tried for a day, at last: " + later.reason(), null);
            case Delivery.TryLater later ->
                attempt(owed, now, Ending.RETRY, later.reason(), now.plus(pause(owed.attempts() + 1, later)));
        };
    }

    /// How long `later` asks everything for this channel to wait.
    static Duration asked(Delivery.TryLater later) {
        var after = later.after();
        if (after == null) {
            return Duration.ZERO;
        }
        return after.compareTo(LONGEST_ASKED) < 0 ? after : LONGEST_ASKED;
    }

    private Duration pause(int tries, Delivery.TryLater later) {
        var backoff = Duration.ofMillis(1 + random.nextLong(ceiling(tries).toMillis()));
        return backoff.compareTo(asked(later)) > 0 ? backoff : asked(later);
    }

    /// What the pause after so many tries may be at most. It is drawn from all that is below, so that those who failed
    /// together do not come back together.
    private static Duration ceiling(int tries) {
        var doubled = FIRST.multipliedBy(1L << Math.min(tries - 1, 20));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }

    private static boolean isEnough(Owed owed, Instant now) {
        return owed.attempts() + 1 >= TRIES_AT_LEAST
                && Duration.between(owed.notice().dueAt(), now).compareTo(GIVE_UP_AFTER) >= 0;
    }

    private static Attempt attempt(Owed owed, Instant at, Ending ending, String answer, @Nullable Instant retryAt) {
        return new Attempt(owed.notice(), owed.attempts() + 1, at, ending, answer, retryAt);
    }
}
