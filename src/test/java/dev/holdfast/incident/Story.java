package dev.holdfast.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.diagnosis.Cause;
import dev.holdfast.diagnosis.Diagnosis;
import dev.holdfast.diagnosis.Dialect;
import dev.holdfast.diagnosis.Outcome;
import dev.holdfast.observation.Answered;
import dev.holdfast.observation.Body;
import dev.holdfast.observation.Headers;
import dev.holdfast.observation.MonitorId;
import dev.holdfast.observation.Observation;
import dev.holdfast.observation.Phases;
import dev.holdfast.observation.Request;
import dev.holdfast.observation.Trouble;
import dev.holdfast.observation.Unanswered;
import dev.holdfast.scene.Monitored;
import dev.holdfast.verdict.Judgement;
import dev.holdfast.verdict.Result;
import dev.holdfast.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Plays results to the lifecycle at chosen times, and remembers what a store would: told as a timeline.
final class Story {
    private static final Instant START = Instant.parse("2026-01-02T03:00:00Z");

    private final Map<MonitorId, Subject> subjects = new HashMap<>();
    private final Map<MonitorId, MonitorState> states = new HashMap<>();
    private final Map<IncidentId, Incident> incidents = new HashMap<>();
    private final List<Notice> owed = new ArrayList<>();
    private final Ledger ledger = new Remembered();
    private Instant now = START;
    private Optional<Duration> recheck = Optional.empty();
    private List<MonitorId> asked = List.of();
    private Surroundings surroundings = Surroundings.CALM;
    private final List<Deployment> deployments = new ArrayList<>();

    Story at(int second) {
        now = START.plusSeconds(second);
        return this;
    }

    /// Configures a monitor otherwise than usual.
    Story given(Monitored monitor) {
        var subject = monitor.subject();
        subjects.put(subject.monitor(), subject);
        return this;
    }

    Story under(Maintenance... work) {
        surroundings = new Surroundings(List.of(work), surroundings.silences(), surroundings.sight());
        return this;
    }

    Story silencedBy(Silence... silences) {
        surroundings = new Surroundings(surroundings.maintenance(), List.of(silences), surroundings.sight());
        return this;
    }

    Story seeing(Sight sight) {
        surroundings = surroundings.seen(sight);
        return this;
    }

    Story deploys(String name) {
        deployments.add(new Deployment(name, now));
        return this;
    }

    /// Time passes until now, and nothing else.
    Story waits() {
        for (var incident : List.copyOf(incidents.values())) {
            Attention.due(incident, now).ifPresent(this::remember);
        }
        return this;
    }

    Story acknowledges(String by) {
        for (var incident : List.copyOf(incidents.values())) {
            Attention.acknowledged(incident, new Ack(now, by, "")).ifPresent(this::remember);
        }
        return this;
    }

    Story passes(String monitor, int status) {
        return plays(monitor, Verdict.PASS, none(Outcome.OK, status));
    }

    Story redirects(String monitor) {
        return plays(monitor, Verdict.REVIEW, none(Outcome.REDIRECT, 307));
    }

    Story cannotTell(String monitor) {
        return plays(monitor, Verdict.UNKNOWN, none(Outcome.NOT_TRIED, null));
    }

    Story misses(String monitor, String relation) {
        return plays(monitor, Verdict.FAIL, missing(Outcome.RELATION_ERROR, 500, relation));
    }

    Story missesUnderSuccess(String monitor, String relation) {
        return plays(monitor, Verdict.REVIEW, missing(Outcome.OK, 200, relation));
    }

    Story fails(String monitor, int status, Cause cause) {
        return plays(
                monitor,
                Verdict.FAIL,
                new Diagnosis(Outcome.SERVER_ERROR, status, cause, null, null, "it broke", "", null));
    }

    /// Nobody answers there.
    Story isSilent(String monitor) {
        var subject = subject(monitor);
        var trouble = new Trouble(Trouble.Kind.REFUSED, "connection refused");
        var seen = new Unanswered(
                now, Duration.ZERO, Phases.NONE, new Request("GET", subject.url(), null), trouble, List.of(), null);
        var diagnosis =
                new Diagnosis(Outcome.CONNECT_ERROR, null, Cause.REFUSED, null, null, "connection refused", "", null);
        return plays(subject, seen, Verdict.FAIL, diagnosis);
    }

    Story isRemoved(String monitor) {
        var id = new MonitorId(monitor);
        remember(id, Lifecycle.removed(id, state(id), now, ledger));
        return this;
    }

    /// On-call has been told exactly this since the last time it was asked.
    void wants(String... headlines) {
        assertThat(owed.stream().map(Headline::of)).containsExactly(headlines);
        owed.clear();
    }

    void wantsNothing() {
        wants();
    }

    String stateOf(String monitor) {
        return state(new MonitorId(monitor)).condition().word();
    }

    Optional<Duration> recheck() {
        return recheck;
    }

    List<MonitorId> asked() {
        return asked;
    }

    Instant now() {
        return now;
    }

    List<Notice> owed() {
        return owed;
    }

    Incident only() {
        assertThat(incidents).hasSize(1);
        return incidents.values().iterator().next();
    }

    List<Incident> incidents() {
        return List.copyOf(incidents.values());
    }

    private Story plays(String monitor, Verdict verdict, Diagnosis diagnosis) {
        var subject = subject(monitor);
        var seen = new Answered(
                now,
                Duration.ZERO,
                Phases.NONE,
                new Request("GET", subject.url(), null),
                Optional.ofNullable(diagnosis.status()).orElse(200),
                Headers.NONE,
                Body.EMPTY,
                List.of(),
                null,
                null);
        return plays(subject, seen, verdict, diagnosis);
    }

    private Story plays(Subject subject, Observation seen, Verdict verdict, Diagnosis diagnosis) {
        var result = new Result(
                subject.monitor(),
                subject.group(),
                seen,
                diagnosis,
                new Judgement(verdict, "answers " + diagnosis.status()));
        remember(subject.monitor(), Lifecycle.next(subject, state(subject.monitor()), result, ledger, surroundings));
        return this;
    }

    private void remember(MonitorId monitor, Step step) {
        states.put(monitor, step.state());
        Optional.ofNullable(step.incident()).ifPresent(incident -> incidents.put(incident.id(), incident));
        owed.addAll(step.owed());
        recheck = step.again();
        asked = step.asks();
    }

    private void remember(Change change) {
        incidents.put(change.incident().id(), change.incident());
        owed.addAll(change.owed());
    }

    private MonitorState state(MonitorId monitor) {
        return states.getOrDefault(monitor, MonitorState.fresh(START));
    }

    private Subject subject(String monitor) {
        return subjects.computeIfAbsent(
                new MonitorId(monitor), _ -> Monitored.as(monitor).subject());
    }

    private static Diagnosis none(Outcome outcome, @Nullable Integer status) {
        return new Diagnosis(outcome, status, Cause.NONE, null, null, "answers", "", null);
    }

    private static Diagnosis missing(Outcome outcome, int status, String relation) {
        return new Diagnosis(
                outcome,
                status,
                Cause.RELATION_MISSING,
                relation,
                Dialect.POSTGRESQL,
                "relation \"" + relation + "\" does not exist",
                "",
                "postgresql_relation");
    }

    private final class Remembered implements Ledger {
        @Override
        public Optional<Incident> open(IncidentId id) {
            return Optional.ofNullable(incidents.get(id)).filter(Incident::isOpen);
        }

        @Override
        public Optional<Incident> openWith(Fingerprint fingerprint) {
            return incidents.values().stream()
                    .filter(incident ->
                            incident.isOpen() && incident.fingerprint().equals(fingerprint))
                    .findFirst();
        }

        @Override
        public Optional<Incident> resolvedWith(Fingerprint fingerprint) {
            return incidents.values().stream()
                    .filter(incident ->
                            !incident.isOpen() && incident.fingerprint().equals(fingerprint))
                    .max(Comparator.comparing(incident -> incident.origin().openedAt()));
        }

        @Override
        public List<Incident> open() {
            return incidents.values().stream().filter(Incident::isOpen).toList();
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
}
