package dev.holdfast.incident;

import dev.holdfast.incident.Condition.Down;
import dev.holdfast.incident.Condition.Recovering;
import dev.holdfast.incident.Condition.Review;
import dev.holdfast.incident.Condition.Suspect;
import dev.holdfast.incident.Condition.Unknown;
import dev.holdfast.incident.Condition.Up;
import dev.holdfast.observation.MonitorId;
import dev.holdfast.verdict.Result;
import dev.holdfast.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The one place that says what a result changes: the condition of its monitor ([Course]), whether anything keeps it
/// from opening an incident ([Hold]), and the incident it belongs to ([Membership]).
public final class Lifecycle {
    private Lifecycle() {}

    /// What `result` changes for `subject`, known to be in `state`.
    public static Step next(
            Subject subject, MonitorState state, Result result, Ledger ledger, Surroundings surroundings) {
        var situation = new Situation(subject, state, result, ledger, surroundings);
        return result.verdict() == Verdict.UNKNOWN
                ? new Step(state, List.of(), null, List.of(), recheck(subject, state.condition()), List.of())
                : decided(situation, Course.next(subject.patience(), state, result));
    }

    /// What it changes that `monitor` is no longer watched: it leaves its incident.
    public static Step removed(MonitorId monitor, MonitorState state, Instant at, Ledger ledger) {
        var change = Optional.ofNullable(state.incident())
                .flatMap(ledger::open)
                .flatMap(incident -> Membership.leave(incident, monitor, at));
        return new Step(MonitorState.fresh(at), List.of(), incident(change), owed(change), null, List.of());
    }

    private static Step decided(Situation before, Condition condition) {
        var moved = moved(before, condition);
        var hold = hold(before, condition);
        var change = hold.isPresent() ? Optional.<Change>empty() : change(before, moved, condition);
        var joined = joined(before, condition, change);
        return new Step(
                moved.in(joined),
                transitions(before, condition, joined == null ? before.state().incident() : joined),
                incident(change),
                owed(change),
                hold.flatMap(why -> why.recheck(before.subject().patience(), before.at()))
                        .or(() -> Optional.ofNullable(recheck(before.subject(), condition)))
                        .orElse(null),
                hold.map(Hold::asks).orElse(List.of()));
    }

    private static MonitorState moved(Situation before, Condition condition) {
        var state = before.state();
        var downs = condition instanceof Down down && !Course.isBroken(state.condition())
                ? before.subject().patience().flapping().with(state.wentDown(), down.since())
                : state.wentDown();
        var moved = state.become(condition, before.at(), downs);
        var result = before.result();
        return result.verdict() == Verdict.PASS
                ? moved.passed(result.at(), result.diagnosis().status())
                : moved;
    }

    /// What keeps a monitor from opening or joining an incident.
    private static Optional<Hold> hold(Situation before, Condition condition) {
        return condition instanceof Down down
                        && before.isFailure()
                        && before.incident().isEmpty()
                ? Hold.of(before, down.since())
                : Optional.empty();
    }

    private static Optional<Change> change(Situation before, MonitorState moved, Condition condition) {
        var incident = before.incident();
        return switch (condition) {
            case Down down
            when before.isFailure() ->
                incident.isPresent()
                        ? Membership.failsOn(incident.get(), before)
                        : Optional.of(Membership.join(before, moved, down.since()));
            case Down _, Recovering _, Suspect _ -> Optional.empty();
            case Up _, Review _, Unknown _ ->
                incident.flatMap(one -> Membership.leave(one, before.monitor(), before.at()));
        };
    }

    /// The incident it belongs to from now on.
    private static @Nullable IncidentId joined(Situation before, Condition condition, Optional<Change> change) {
        return Course.isBroken(condition)
                ? change.map(Change::id).orElse(before.state().incident())
                : null;
    }

    private static @Nullable Duration recheck(Subject subject, Condition condition) {
        return condition instanceof Suspect ? subject.patience().confirmEvery() : null;
    }

    private static List<Transition> transitions(Situation before, Condition condition, @Nullable IncidentId incident) {
        var from = before.state().condition().word();
        var to = condition.word();
        return from.equals(to)
                ? List.of()
                : List.of(new Transition(
                        before.monitor(),
                        before.at(),
                        from,
                        to,
                        before.result().judgement().reason(),
                        incident));
    }

    private static @Nullable Incident incident(Optional<Change> change) {
        return change.map(Change::incident).orElse(null);
    }

    private static List<Notice> owed(Optional<Change> change) {
        return change.map(Change::owed).orElse(List.of());
    }
}
