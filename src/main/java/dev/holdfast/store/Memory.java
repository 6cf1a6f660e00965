package dev.holdfast.store;

import dev.holdfast.incident.Deployment;
import dev.holdfast.incident.Fingerprint;
import dev.holdfast.incident.Incident;
import dev.holdfast.incident.IncidentId;
import dev.holdfast.incident.Ledger;
import dev.holdfast.incident.MonitorState;
import dev.holdfast.incident.Silence;
import dev.holdfast.incident.Step;
import dev.holdfast.observation.MonitorId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What decisions are made from. Guarded by the store's lock.
final class Memory implements Ledger {
    /// How many root causes of the past are kept at hand; the one that ended longest ago goes first.
    static final int PAST = 5_000;

    /// How many deployments are kept at hand.
    static final int DEPLOYMENTS = 1_000;

    private final Map<MonitorId, MonitorState> states = new HashMap<>();
    private final Map<IncidentId, Incident> open = new LinkedHashMap<>();
    private final Map<Fingerprint, Incident> past = new LinkedHashMap<>();
    private final Map<String, Silence> silences = new LinkedHashMap<>();
    private final NavigableSet<Deployment> deployments =
            new TreeSet<>(Comparator.comparing(Deployment::at).thenComparing(Deployment::name));

    @Override
    public Optional<MonitorState> state(MonitorId monitor) {
        return Optional.ofNullable(states.get(monitor));
    }

    Set<MonitorId> known() {
        return Set.copyOf(states.keySet());
    }

    void remember(MonitorId monitor, MonitorState state) {
        states.put(monitor, state);
    }

    void forget(MonitorId monitor) {
        states.remove(monitor);
    }

    void apply(MonitorId monitor, Step step) {
        remember(monitor, step.state());
        if (step.incident() != null) {
            remember(step.incident());
        }
    }

    /// Incidents must come in order: open ones as they opened, past ones as they ended.
    void remember(Incident incident) {
        if (incident.isOpen()) {
            open.put(incident.id(), incident);
        } else {
            open.remove(incident.id());
            past.remove(incident.fingerprint());
            past.put(incident.fingerprint(), incident);
            past.keySet().stream()
                    .limit(Math.max(0, past.size() - PAST))
                    .toList()
                    .forEach(past::remove);
        }
    }

    /// What is over at `now` goes.
    void remember(Silence silence, Instant now) {
        silences.put(silence.id(), silence);
        silences.values().removeIf(one -> !now.isBefore(one.until()));
    }

    List<Silence> silences(Instant now) {
        return silences.values().stream()
                .filter(silence -> now.isBefore(silence.until()))
                .toList();
    }

    /// The oldest make room.
    void remember(Deployment deployment) {
        deployments.add(deployment);
        while (deployments.size() > DEPLOYMENTS) {
            deployments.removeFirst();
        }
    }

    /// Newest first.
    List<Deployment> deployments() {
        return List.copyOf(deployments.descendingSet());
    }

    @Override
    public Optional<Deployment> deploymentBefore(Instant at) {
        return deployments.descendingSet().stream()
                .filter(deployment -> !deployment.at().isAfter(at))
                .findFirst();
    }

    /// Adds everything to what has to be written.
    void addTo(Unwritten rows) {
        states.forEach((monitor, state) -> rows.states().put(monitor, Optional.of(state)));
        Stream.concat(past.values().stream(), open.values().stream())
                .forEach(incident -> rows.incidents().put(incident.id(), incident));
        silences.values().forEach(rows::add);
        deployments.forEach(rows::add);
    }

    @Override
    public List<Incident> open() {
        return List.copyOf(open.values());
    }

    List<Incident> past() {
        return List.copyOf(past.values());
    }

    Optional<Incident> incident(IncidentId id) {
        return Stream.concat(open.values().stream(), past.values().stream())
                .filter(incident -> incident.id().equals(id))
                .findFirst();
    }

    @Override
    public Optional<Incident> open(IncidentId id) {
        return Optional.ofNullable(open.get(id));
    }

    @Override
    public Optional<Incident> openWith(Fingerprint fingerprint) {
        return open.values().stream()
                .filter(incident -> incident.fingerprint().equals(fingerprint))
                .findFirst();
    }

    @Override
    public Optional<Incident> resolvedWith(Fingerprint fingerprint) {
        return Optional.ofNullable(past.get(fingerprint));
    }
}
