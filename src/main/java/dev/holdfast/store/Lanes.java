package dev.holdfast.store;

import dev.holdfast.incident.Notice;
import dev.holdfast.incident.Outbox.Attempt;
import dev.holdfast.store.Entry.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The notifications that are owed, in lanes: of each lane only the oldest may go. Guarded by the store's lock.
final class Lanes {
    private final Map<String, List<Entry>> lanes = new LinkedHashMap<>();
    private long last;

    /// A notification that came to be owed.
    ///
    /// @param replaced the id of the one that need not be sent any more because of it, null when there is none
    record Owing(Entry entry, @Nullable String replaced) {}

    /// @param owed what is owed from an earlier run, in order
    /// @param last the highest number ever given
    Lanes(Collection<Entry> owed, long last) {
        owed.forEach(entry -> lane(entry.notice()).add(entry));
        this.last = last;
    }

    /// Puts `notice` at the end of its lane, or in the place of one that waits there and says less.
    Owing owe(Notice notice) {
        var lane = lane(notice);
        return lane.stream()
                .filter(entry -> entry.isUntouched() && notice.replaces(entry.notice()))
                .findFirst()
                .map(waiting -> replace(lane, waiting, notice.insteadOf(waiting.notice())))
                .orElseGet(() -> append(lane, notice, null));
    }

    private Owing replace(List<Entry> lane, Entry waiting, Notice told) {
        if (told.id().equals(waiting.id())) {
            var entry = waiting.saying(told);
            lane.set(lane.indexOf(waiting), entry);
            return new Owing(entry, null);
        }
        lane.remove(waiting);
        return append(lane, told, waiting.id());
    }

    private Owing append(List<Entry> lane, Notice notice, @Nullable String replaced) {
        var entry = Entry.fresh(++last, notice);
        lane.add(entry);
        return new Owing(entry, replaced);
    }

    /// Lets `held` be offered. What took its place meanwhile waits for its own decision to be written.
    void release(Entry held) {
        change(held, entry -> entry.at(Stage.READY));
    }

    /// What may be sent at `now`, oldest first. From now on it keeps its words.
    List<Entry> offer(Instant now) {
        var due = heads().filter(entry -> !entry.dueAt().isAfter(now))
                .sorted(Comparator.comparingLong(Entry::number))
                .toList();
        due.forEach(head -> change(head, entry -> entry.at(Stage.OFFERED)));
        return due;
    }

    /// When the next one comes due.
    Optional<Instant> nextDue() {
        return heads().map(Entry::dueAt).min(Instant::compareTo);
    }

    /// How a try changed the notification; empty when that is not owed any more.
    Optional<Entry> settle(Attempt attempt) {
        return lanes.getOrDefault(attempt.notice().lane(), List.of()).stream()
                .filter(entry -> entry.id().equals(attempt.notice().id()))
                .findFirst()
                .map(entry -> {
                    var tried = entry.tried(attempt);
                    change(entry, _ -> tried);
                    return tried;
                });
    }

    /// All that is owed.
    Stream<Entry> all() {
        return lanes.values().stream().flatMap(List::stream);
    }

    private Stream<Entry> heads() {
        return lanes.values().stream().map(List::getFirst).filter(entry -> entry.stage() != Stage.HELD);
    }

    private List<Entry> lane(Notice notice) {
        return lanes.computeIfAbsent(notice.lane(), _ -> new ArrayList<>());
    }

    private void change(Entry from, UnaryOperator<Entry> change) {
        var lane = lane(from.notice());
        lane.replaceAll(entry -> entry.equals(from) ? change.apply(entry) : entry);
        lane.removeIf(entry -> !entry.isOwed());
        if (lane.isEmpty()) {
            lanes.remove(from.notice().lane());
        }
    }
}
