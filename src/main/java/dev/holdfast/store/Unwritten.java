package dev.holdfast.store;

import dev.holdfast.incident.Change;
import dev.holdfast.incident.Deployment;
import dev.holdfast.incident.Incident;
import dev.holdfast.incident.IncidentId;
import dev.holdfast.incident.MonitorState;
import dev.holdfast.incident.Silence;
import dev.holdfast.incident.Step;
import dev.holdfast.incident.Transition;
import dev.holdfast.observation.MonitorId;
import dev.holdfast.verdict.Result;
import dev.holdfast.verdict.Verdict;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What memory knows and the database does not yet: all decisions since the last commit. It is always written
/// whole, so of each row only the newest version has to be kept, and hours without a database cost little memory.
///
/// @param states by monitor; empty for one that was forgotten
/// @param notices by id; empty for one that was replaced before anybody saw it
record Unwritten(
        Map<MonitorId, Optional<MonitorState>> states,
        Map<IncidentId, Incident> incidents,
        Map<String, Optional<Entry>> notices,
        Map<String, Silence> silences,
        Set<Deployment> deployments,
        List<Transition> transitions,
        Deque<Checked> checks) {

    /// The most history that is kept for a database in trouble.
    private static final int MOST_CHECKS = 100_000;

    /// A check and the monitor it is of.
    record Checked(MonitorId monitor, Check check) {
        static Checked of(Result result) {
            var diagnosis = result.diagnosis();
            var reason =
                    result.verdict() == Verdict.PASS ? "" : result.judgement().reason();
            return new Checked(
                    result.monitor(),
                    new Check(
                            result.at(),
                            result.observation().took(),
                            diagnosis.outcome(),
                            diagnosis.status(),
                            result.verdict(),
                            diagnosis.cause(),
                            reason));
        }
    }

    static Unwritten nothing() {
        return new Unwritten(
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashSet<>(),
                new ArrayList<>(),
                new ArrayDeque<>());
    }

    boolean isEmpty() {
        return states.isEmpty()
                && incidents.isEmpty()
                && notices.isEmpty()
                && silences.isEmpty()
                && deployments.isEmpty()
                && transitions.isEmpty()
                && checks.isEmpty();
    }

    void add(MonitorId monitor, Step step, List<Lanes.Owing> owed) {
        states.put(monitor, Optional.of(step.state()));
        if (step.incident() != null) {
            incidents.put(step.incident().id(), step.incident());
        }
        transitions.addAll(step.transitions());
        owed.forEach(this::add);
    }

    void add(List<Change> changes, List<Lanes.Owing> owed) {
        changes.forEach(change -> incidents.put(change.incident().id(), change.incident()));
        owed.forEach(this::add);
    }

    void add(Silence silence) {
        silences.put(silence.id(), silence);
    }

    void add(Deployment deployment) {
        deployments.add(deployment);
    }

    private void add(Lanes.Owing owing) {
        if (owing.replaced() != null) {
            notices.put(owing.replaced(), Optional.empty());
        }
        add(owing.entry());
    }

    void add(Entry entry) {
        notices.put(entry.id(), Optional.of(entry));
    }

    void forget(MonitorId monitor) {
        states.put(monitor, Optional.empty());
    }

    /// Adds to the history. Returns how many checks had to make room, the oldest first.
    int add(Checked checked) {
        checks.add(checked);
        return makeRoom();
    }

    /// Adds what was decided after this. Returns how many checks had to make room, the oldest first.
    int addAll(Unwritten newer) {
        states.putAll(newer.states);
        incidents.putAll(newer.incidents);
        notices.putAll(newer.notices);
        silences.putAll(newer.silences);
        deployments.addAll(newer.deployments);
        transitions.addAll(newer.transitions);
        checks.addAll(newer.checks);
        return makeRoom();
    }

    private int makeRoom() {
        int excess = Math.max(0, checks.size() - MOST_CHECKS);
        for (int i = 0; i < excess; i++) {
            checks.remove();
        }
        return excess;
    }
}
