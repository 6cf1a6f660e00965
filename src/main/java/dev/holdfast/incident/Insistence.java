package dev.holdfast.incident;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How people are called again while an incident is open and nobody acknowledged it.
///
/// @param remindAfter the time to the first reminder, which doubles from one to the next up to a day; null for none
/// @param escalations who is told besides, soonest first
public record Insistence(@Nullable Duration remindAfter, List<Escalation> escalations) {
    private static final Duration LONGEST = Duration.ofDays(1);

    /// Nobody is called again.
    public static final Insistence NONE = new Insistence(null, List.of());

    public Insistence {
        escalations = escalations.stream()
                .sorted(Comparator.comparing(Escalation::after))
                .toList();
    }

    /// The time to the next reminder when there were so many; null when there is none.
    @Nullable
    Duration pause(int reminders) {
        if (remindAfter == null || remindAfter.compareTo(LONGEST) >= 0) {
            return remindAfter;
        }
        var doubled = remindAfter.multipliedBy(1L << Math.min(reminders, 20));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
}
