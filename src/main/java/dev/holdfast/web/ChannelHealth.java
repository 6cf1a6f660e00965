package dev.holdfast.web;

import dev.holdfast.incident.Escalation;
import dev.holdfast.incident.Subject;
import dev.holdfast.incident.Watched;
import dev.holdfast.store.Told;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Whether a channel takes what it is told. One that does not is the worst that can happen to whoever relies on it.
///
/// @param failing whether the newest notification that is done with was given up, or one that is owed had to be retried
/// @param lastDeliveredAt when it last took one; null when not of late
/// @param pending how many notifications wait for it
/// @param failingSince since when the oldest that failed had been due, null while it works
/// @param answer what the receiver said at the newest try that failed, empty while it works
public record ChannelHealth(
        String name,
        boolean failing,
        @Nullable Instant lastDeliveredAt,
        int pending,
        @Nullable Instant failingSince,
        String answer) {
    private static final int TOLD = 200;

    /// Every channel that a monitor names or that something is owed to, by name.
    static List<ChannelHealth> of(House house) {
        var told = house.store().told(TOLD);
        var pending = house.store().outbox().pending();
        var names = new TreeSet<>(pending.keySet());
        house.monitors().stream()
                .map(Watched::subject)
                .flatMap(ChannelHealth::named)
                .forEach(names::add);
        return names.stream()
                .map(name -> of(
                        name,
                        told.stream()
                                .filter(one -> one.notice().channel().equals(name))
                                .toList(),
                        pending.getOrDefault(name, 0)))
                .toList();
    }

    private static Stream<String> named(Subject subject) {
        return Stream.concat(
                subject.channels().stream(),
                subject.insistence().escalations().stream()
                        .map(Escalation::channels)
                        .flatMap(List::stream));
    }

    private static ChannelHealth of(String name, List<Told> told, int pending) {
        var delivered = told.stream()
                .filter(one -> one.status() == Told.Status.DELIVERED)
                .map(ChannelHealth::end)
                .max(Comparator.naturalOrder())
                .orElse(null);
        var failures = told.stream().filter(one -> isFailure(one, delivered)).toList();
        return new ChannelHealth(
                name,
                !failures.isEmpty(),
                delivered,
                pending,
                failures.stream()
                        .map(one -> one.notice().dueAt())
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                failures.stream().map(Told::answer).findFirst().orElse(""));
    }

    /// What failed before something was delivered is over.
    private static boolean isFailure(Told one, @Nullable Instant delivered) {
        return switch (one.status()) {
            case PENDING -> one.attempts() > 0;
            case FAILED -> delivered == null || end(one).isAfter(delivered);
            case DELIVERED -> false;
        };
    }

    private static Instant end(Told settled) {
        return Optional.ofNullable(settled.settledAt()).orElse(settled.notice().at());
    }
}
