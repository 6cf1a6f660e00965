package dev.holdfast.store;

import dev.holdfast.incident.Outbox;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/// The outbox over memory and the writer.
final class LiveOutbox implements Outbox {
    private final Deciding deciding;
    private final Lanes lanes;
    private final Writer writer;
    private final List<Runnable> wakes = new CopyOnWriteArrayList<>();

    LiveOutbox(Deciding deciding, Lanes lanes, Writer writer) {
        this.deciding = deciding;
        this.lanes = lanes;
        this.writer = writer;
    }

    /// Lets what was decided be sent, now that it is written or the database is in trouble.
    void release(List<Lanes.Owing> owed) {
        if (!owed.isEmpty()) {
            deciding.run(() -> owed.forEach(owing -> lanes.release(owing.entry())));
            wakes.forEach(Runnable::run);
        }
    }

    /// All that is owed, newest first.
    List<Entry> all() {
        return deciding.ask(() -> lanes.all().toList());
    }

    @Override
    public List<Owed> due(Instant now) {
        return deciding.ask(() -> lanes.offer(now)).stream()
                .map(entry -> new Owed(entry.notice(), entry.told().attempts()))
                .toList();
    }

    @Override
    public Optional<Instant> nextDue() {
        return deciding.ask(lanes::nextDue);
    }

    @Override
    public void settle(Attempt attempt) {
        deciding.ask(() -> lanes.settle(attempt).map(entry -> writer.write(true, rows -> rows.add(entry))))
                .ifPresent(commit -> commit.await(SqlStore.PATIENCE));
    }

    @Override
    public void onOwed(Runnable wake) {
        wakes.add(wake);
    }

    @Override
    public Map<String, Integer> pending() {
        return all().stream()
                .collect(Collectors.toMap(entry -> entry.notice().channel(), _ -> 1, Integer::sum, TreeMap::new));
    }
}
