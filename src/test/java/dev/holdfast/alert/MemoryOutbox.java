package dev.holdfast.alert;

import dev.holdfast.incident.Notice;
import dev.holdfast.incident.Outbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// An outbox that forgets everything when the test ends.
final class MemoryOutbox implements Outbox {
    private record Waiting(Notice notice, int attempts, Instant dueAt) {}

    private final Map<String, Waiting> waiting = new LinkedHashMap<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private volatile Runnable wake = () -> {};
    private volatile boolean broken;

    void owe(Notice... notices) {
        synchronized (this) {
            for (var notice : notices) {
                waiting.put(notice.id(), new Waiting(notice, 0, notice.dueAt()));
            }
        }
        wake();
    }

    /// From now on nothing can be settled.
    void breaks() {
        broken = true;
    }

    void wake() {
        wake.run();
    }

    synchronized List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    synchronized List<Attempt> attempts(String channel) {
        return attempts.stream()
                .filter(attempt -> attempt.notice().channel().equals(channel))
                .toList();
    }

    @Override
    public synchronized List<Owed> due(Instant now) {
        return waiting.values().stream()
                .collect(Collectors.toMap(
                        one -> one.notice().lane(), one -> one, (first, _) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .filter(one -> !one.dueAt().isAfter(now))
                .map(one -> new Owed(one.notice(), one.attempts()))
                .toList();
    }

    @Override
    public synchronized Optional<Instant> nextDue() {
        return waiting.values().stream().map(Waiting::dueAt).min(Instant::compareTo);
    }

    @Override
    public synchronized void settle(Attempt attempt) {
        attempts.add(attempt);
        if (broken) {
            throw new IllegalStateException("broken");
        }
        var id = attempt.notice().id();
        if (attempt.retryAt() == null) {
            waiting.remove(id);
        } else {
            waiting.replace(id, new Waiting(attempt.notice(), attempt.number(), attempt.retryAt()));
        }
    }

    @Override
    public void onOwed(Runnable wake) {
        this.wake = wake;
    }

    @Override
    public synchronized Map<String, Integer> pending() {
        return waiting.values().stream()
                .collect(Collectors.toMap(one -> one.notice().channel(), _ -> 1, Integer::sum));
    }
}
