package dev.holdfast.scene;

import dev.holdfast.incident.Change;
import dev.holdfast.incident.Deployment;
import dev.holdfast.incident.Fingerprint;
import dev.holdfast.incident.Incident;
import dev.holdfast.incident.IncidentId;
import dev.holdfast.incident.Ledger;
import dev.holdfast.incident.MonitorState;
import dev.holdfast.incident.Notice;
import dev.holdfast.incident.Outbox;
import dev.holdfast.incident.Silence;
import dev.holdfast.incident.Step;
import dev.holdfast.incident.Transition;
import dev.holdfast.observation.MonitorId;
import dev.holdfast.store.Check;
import dev.holdfast.store.Store;
import dev.holdfast.store.StoreTrouble;
import dev.holdfast.store.Told;
import dev.holdfast.verdict.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A store that remembers in memory, and fails to read its history when told to.
public final class MemoryStore implements Store {
    private final Map<MonitorId, MonitorState> states = new HashMap<>();
    private final Map<IncidentId, Incident> incidents = new LinkedHashMap<>();
    private final List<Transition> transitions = new ArrayList<>();
    private final List<Result> results = new ArrayList<>();
    private final Map<String, Told> told = new LinkedHashMap<>();
    private final Map<String, Silence> silences = new LinkedHashMap<>();
    private final List<Deployment> deployments = new ArrayList<>();
    private boolean broken;
    private long errors;

    /// From now on the history cannot be read.
    public synchronized void breakDown() {
        broken = true;
        errors = 7;
    }

    @Override
    public synchronized Step advance(MonitorId monitor, Decision decision) {
        var step = decision.next(state(monitor), new Incidents());
        states.put(monitor, step.state());
        transitions.addAll(step.transitions());
        Optional.ofNullable(step.incident()).ifPresent(incident -> incidents.put(incident.id(), incident));
        owe(step.owed());
        return step;
    }

    @Override
    public synchronized List<Change> revise(Revision revision) {
        var changes = revision.of(new Incidents());
        changes.forEach(change -> incidents.put(change.incident().id(), change.incident()));
        changes.forEach(change -> owe(change.owed()));
        return changes;
    }

    @Override
    public synchronized void owe(List<Notice> notices) {
        notices.forEach(notice -> told.put(notice.id(), new Told(notice, Told.Status.PENDING, 0, "", null)));
    }

    @Override
    public synchronized void silence(Silence silence) {
        silences.put(silence.id(), silence);
    }

    @Override
    public synchronized List<Silence> silences() {
        return List.copyOf(silences.values());
    }

    @Override
    public synchronized void deployed(Deployment deployment) {
        deployments.add(deployment);
    }

    @Override
    public synchronized List<Deployment> deployments(int limit) {
        return deployments.reversed().stream().limit(limit).toList();
    }

    /// What became of a try to deliver.
    public synchronized void tried(Notice notice, Told.Status status, int attempts, String answer, Instant at) {
        var settled = status == Told.Status.PENDING ? null : at;
        told.put(notice.id(), new Told(notice, status, attempts, answer, settled));
    }

    @Override
    public synchronized MonitorState state(MonitorId monitor) {
        return states.getOrDefault(monitor, MonitorState.fresh(Instant.EPOCH));
    }

    @Override
    public synchronized Set<MonitorId> known() {
        return Set.copyOf(states.keySet());
    }

    @Override
    public synchronized void forget(MonitorId monitor) {
        states.remove(monitor);
    }

    @Override
    public synchronized void record(Result result) {
        results.add(result);
    }

    @Override
    public synchronized List<Incident> open() {
        return select(Incident::isOpen).toList();
    }

    @Override
    public synchronized List<Incident> resolved(int limit) {
        read();
        return select(incident -> !incident.isOpen())
                .sorted(Comparator.comparing(
                        (Incident incident) -> Objects.requireNonNull(incident.resolvedAt()),
                        Comparator.reverseOrder()))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<Incident> incident(IncidentId id) {
        return Optional.ofNullable(incidents.get(id));
    }

    @Override
    public synchronized List<Check> history(MonitorId monitor, Instant since, int limit) {
        read();
        return results.reversed().stream()
                .filter(result ->
                        result.monitor().equals(monitor) && !result.at().isBefore(since))
                .limit(limit)
                .map(MemoryStore::check)
                .toList();
    }

    @Override
    public synchronized List<Transition> transitions(IncidentId incident) {
        read();
        return transitions.stream()
                .filter(transition -> incident.equals(transition.incident()))
                .toList();
    }

    @Override
    public synchronized List<Told> told(int limit) {
        read();
        return List.copyOf(told.values()).reversed().stream().limit(limit).toList();
    }

    @Override
    public synchronized List<Told> told(IncidentId incident) {
        return told(Integer.MAX_VALUE).stream()
                .filter(one -> one.notice()
                        .about()
                        .filter(about -> about.id().equals(incident))
                        .isPresent())
                .toList();
    }

    @Override
    public synchronized long errors() {
        return errors;
    }

    @Override
    public Optional<StoreTrouble> trouble() {
        return Optional.empty();
    }

    @Override
    public Outbox outbox() {
        return new Waiting();
    }

    @Override
    public void close() {}

    private void read() {
        if (broken) {
            throw new IllegalStateException("the database is locked");
        }
    }

    private Stream<Incident> select(Predicate<Incident> wanted) {
        return incidents.values().stream().filter(wanted);
    }

    private static Check check(Result result) {
        return new Check(
                result.at(),
                result.observation().took(),
                result.diagnosis().outcome(),
                result.diagnosis().status(),
                result.verdict(),
                result.diagnosis().cause(),
                result.judgement().reason());
    }

    private synchronized Collection<Told> pendingNow() {
        return told.values().stream()
                .filter(one -> one.status() == Told.Status.PENDING)
                .toList();
    }

    private final class Incidents implements Ledger {
        @Override
        public Optional<Incident> open(IncidentId id) {
            return incident(id).filter(Incident::isOpen);
        }

        @Override
        public Optional<Incident> openWith(Fingerprint fingerprint) {
            return select(incident ->
                            incident.isOpen() && incident.fingerprint().equals(fingerprint))
                    .findFirst();
        }

        @Override
        public Optional<Incident> resolvedWith(Fingerprint fingerprint) {
            return select(incident ->
                            !incident.isOpen() && incident.fingerprint().equals(fingerprint))
                    .reduce((_, later) -> later);
        }

        @Override
        public List<Incident> open() {
            return select(Incident::isOpen).toList();
        }

        @Override
        public Optional<MonitorState> state(MonitorId monitor) {
            return Optional.ofNullable(states.get(monitor));
        }

        @Override
        public Optional<Deployment> deploymentBefore(Instant at) {
            return deployments.reversed().stream()
                    .filter(deployment -> !deployment.at().isAfter(at))
                    .findFirst();
        }
    }

    /// Nothing is sent from here; what is owed can be counted.
    private final class Waiting implements Outbox {
        @Override
        public List<Owed> due(Instant now) {
            return List.of();
        }

        @Override
        public Optional<Instant> nextDue() {
            return Optional.empty();
        }

        @Override
        public void settle(Attempt attempt) {}

        @Override
        public void onOwed(Runnable wake) {}

        @Override
        public Map<String, Integer> pending() {
            var pending = new TreeMap<String, Integer>();
            pendingNow().forEach(one -> pending.merge(one.notice().channel(), 1, Integer::sum));
            return pending;
        }
    }
}
