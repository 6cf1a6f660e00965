package dev.holdfast.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How often people have been called about an incident, and when next they may be told something new.
///
/// A storm is told by one update: what changes is gathered until nothing has changed for a moment, at most
/// [#LONGEST_GATHERING]. An incident that keeps changing is told of less and less often.
///
/// @param gatheringSince the first change that the newest update tells of, null before the first update
/// @param notBefore the soonest that update may be sent, null when there was none before it
/// @param updateDue when it is sent, null before the first update
/// @param reminders how many reminders there were
/// @param remindedAt the newest of them, null before the first
/// @param escalations how many escalations there were
public record Calls(
        int updates,
        @Nullable Instant gatheringSince,
        @Nullable Instant notBefore,
        @Nullable Instant updateDue,
        int reminders,
        @Nullable Instant remindedAt,
        int escalations) {

    static final Calls NONE = new Calls(0, null, null, null, 0, null, 0);

    /// How long nothing more must change for an update to be sent.
    static final Duration GATHERING = Duration.ofSeconds(5);

    /// The longest that a change waits for others, while there are few updates.
    static final Duration LONGEST_GATHERING = Duration.ofSeconds(30);

    /// The time between one update and the next, by how many there were.
    private static final List<Duration> PAUSES = List.of(
            Duration.ZERO,
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15));

    /// After a change at `at` that an update tells of, which may gather others for so long.
    Calls updated(Instant at, Duration gathering) {
        return isGathering(at) ? gathered(updates, gatheringSince, notBefore, at, gathering) : begun(at, gathering);
    }

    private boolean isGathering(Instant at) {
        return updateDue != null && at.isBefore(updateDue);
    }

    private Calls begun(Instant at, Duration gathering) {
        var pause = PAUSES.get(Math.min(updates, PAUSES.size() - 1));
        return gathered(updates + 1, at, updateDue == null ? null : updateDue.plus(pause), at, gathering);
    }

    private Calls gathered(
            int number, @Nullable Instant since, @Nullable Instant soonest, Instant at, Duration gathering) {
        var wanted = earlier(
                at.plus(gathering), Optional.ofNullable(since).orElse(at).plus(LONGEST_GATHERING));
        var due = soonest == null ? wanted : later(wanted, soonest);
        return new Calls(number, since, soonest, due, reminders, remindedAt, escalations);
    }

    Calls reminded(Instant at) {
        return new Calls(updates, gatheringSince, notBefore, updateDue, reminders + 1, at, escalations);
    }

    Calls escalated() {
        return new Calls(updates, gatheringSince, notBefore, updateDue, reminders, remindedAt, escalations + 1);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
