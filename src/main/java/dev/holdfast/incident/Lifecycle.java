package dev.holdfast.incident;

import dev.holdfast.diagnosis.Cause;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The one place that says what a result changes.
///
/// ```
///            fail              fail again, enough times
///   up ─────────────▶ suspect ─────────────────────────▶ down ◀──── fail ────┐
///    ▲  ◀── pass ────────┘                                 │ pass            │
///    └──────────────── pass, enough times ───────────── recovering ──────────┘
/// ```
///
/// `review` takes the place of `up` when the endpoint answers but a person should look. `unknown` changes nothing.
public final class Lifecycle {
    private Lifecycle() {}

    /// What `result` changes for `subject`, known to be in `state`.
    public static Step next(
            Subject subject, MonitorState state, Result result, Ledger ledger, Surroundings surroundings) {
        if (result.verdict() == Verdict.UNKNOWN) {
            return new Step(state, List.of(), null, List.of(), recheck(subject.patience(), state.condition()), List.of());
        }
        var condition = condition(subject.patience(), state, result);
        var moved = moved(subject, state, condition, result);
        var hold = hold(subject, state, condition, result, ledger, surroundings);
        var change = hold.isPresent()
                ? Optional.<Change>empty()
                : change(
                        subject,
                        moved,
                        condition,
                        result,
                        ledger,
                        surroundings.areQuiet(subject, result.endedAt()));
        var recheck = hold.flatMap(why -> why.recheck(subject.patience(), result.endedAt()))
                .or(() -> Optional.ofNullable(recheck(subject.patience(), condition)))
                .orElse(null);
        return step(state, moved, result, change, recheck, hold.map(Hold::asks).orElse(List.of()));
    }

    /// What it changes that `monitor` is no longer watched: it leaves its incident.
    public static Step removed(MonitorId monitor, MonitorState state, Instant at, Ledger ledger) {
        var change = open(state, ledger).flatMap(incident -> Membership.leave(incident, monitor, at));
        return new Step(MonitorState.fresh(at), List.of(), incident(change), owed(change), null, List.of());
    }

    private static MonitorState moved(Subject subject, MonitorState state, Condition condition, Result result) {
        var downs = condition instanceof Down down && !isBroken(state.condition())
                ? subject.patience().flapping().with(state.wentDown(), down.since())
                : state.wentDown();
        var moved = state.become(condition, result.endedAt(), downs);
        return result.verdict() == Verdict.PASS
                ? moved.passed(result.at(), result.diagnosis().status())
                : moved;
    }

    /// What keeps `subject` from opening or joining an incident.
    private static Optional<Hold> hold(
            Subject subject,
            MonitorState state,
            Condition condition,
            Result result,
            Ledger ledger,
            Surroundings surroundings) {
        return condition instanceof Down down && open(state, ledger).isEmpty() && result.verdict() == Verdict.FAIL
                ? Hold.of(subject, result, down.since(), ledger, surroundings)
                : Optional.empty();
    }

    private static boolean isBroken(Condition condition) {
        return condition instanceof Down || condition instanceof Recovering;
    }

    private static Condition condition(Patience patience, MonitorState state, Result result) {
        var now = state.condition();
        return switch (result.verdict()) {
            case UNKNOWN -> now;
            case FAIL -> failed(patience, now, result);
            case PASS -> better(patience, state, now, result, at -> now instanceof Up up ? up : new Up(at));
            case REVIEW ->
                stillBroken(now, result)
                        ? failed(patience, now, result)
                        : better(
                                patience,
                                state,
                                now,
                                result,
                                at -> now instanceof Review review ? review : new Review(at));
        };
    }

    /// A failure that moved from the status into the body has not gone away.
    private static boolean stillBroken(Condition now, Result result) {
        return isBroken(now) && result.diagnosis().cause() != Cause.NONE;
    }

    private static Condition failed(Patience patience, Condition now, Result result) {
        return switch (now) {
            case Down down -> down;
            case Recovering relapse -> new Down(relapse.down());
            case Suspect suspect ->
                suspected(patience, suspect.since(), suspect.failures() + 1, suspect.before(), result);
            case Unknown _, Up _, Review _ -> suspected(patience, result.at(), 1, now, result);
        };
    }

    private static Condition suspected(
            Patience patience, Instant since, int failures, Condition before, Result result) {
        return failures < patience.failuresNeeded(result.diagnosis().provesItself())
                ? new Suspect(since, failures, before)
                : new Down(since);
    }

    private static Condition better(
            Patience patience,
            MonitorState state,
            Condition now,
            Result result,
            Function<Instant, Condition> settled) {
        return switch (now) {
            case Unknown _, Up _, Review _ -> settled.apply(result.at());
            case Suspect suspect ->
                better(patience, state, suspect.before(), result, at -> hiccup(suspect, settled.apply(at)));
            case Down down ->
                recovering(patience, state, new Recovering(result.at(), 1, down.since()), result, settled);
            case Recovering so ->
                recovering(
                        patience,
                        state,
                        new Recovering(so.since(), so.passes() + 1, so.down()),
                        result,
                        settled);
        };
    }

    /// A hiccup does not restart the time for which it has been well.
    private static Condition hiccup(Suspect suspect, Condition settled) {
        return suspect.before().getClass() == settled.getClass() ? suspect.before() : settled;
    }

    private static Condition recovering(
            Patience patience,
            MonitorState state,
            Recovering so,
            Result result,
            Function<Instant, Condition> settled) {
        return patience.isOver(so, state.wentDown(), result.at()) ? settled.apply(so.since()) : so;
    }

    private static Optional<Change> change(
            Subject subject,
            MonitorState state,
            Condition condition,
            Result result,
            Ledger ledger,
            boolean quiet) {
        var incident = open(state, ledger);
        return switch (condition) {
            case Down down
            when result.verdict() == Verdict.FAIL ->
                incident.isPresent()
                        ? Membership.failsOn(incident.get(), subject, state, result, quiet)
                        : Optional.of(Membership.join(subject, state, result, down.since(), ledger, quiet));
            case Down _, Recovering _, Suspect _ -> Optional.empty();
            case Up _, Review _, Unknown _ ->
                incident.flatMap(one -> Membership.leave(one, subject.monitor(), result.endedAt()));
        };
    }

    private static Optional<Incident> open(MonitorState state, Ledger ledger) {
        return Optional.ofNullable(state.incident()).flatMap(ledger::open);
    }

    private static @Nullable Duration recheck(Patience patience, Condition condition) {
        return condition instanceof Suspect ? patience.confirmEvery() : null;
    }

    private static Step step(
            MonitorState before,
            MonitorState after,
            Result result,
            Optional<Change> change,
            @Nullable Duration recheck,
            List<MonitorId> asks) {
        var joined = switch (after.condition()) {
            case Down _, Recovering _ -> change.map(Change::id).orElse(before.incident());
            case Up _, Review _, Unknown _, Suspect _ -> null;
        };
        var concerned = joined == null ? before.incident() : joined;
        return new Step(
                after.in(joined),
                transitions(before, after, result, concerned),
                incident(change),
                owed(change),
                recheck,
                asks);
    }

    private static List<Transition> transitions(
            MonitorState before, MonitorState after, Result result, @Nullable IncidentId incident) {
        var from = before.condition().word();
        var to = after.condition().word();
        return from.equals(to)
                ? List.of()
                : List.of(new Transition(
                        result.monitor(),
                        result.endedAt(),
                        from,
                        to,
                        result.judgement().reason(),
                        incident));
    }

    private static @Nullable Incident incident(Optional<Change> change) {
        return change.map(Change::incident).orElse(null);
    }

    private static List<Notice> owed(Optional<Change> change) {
        return change.map(Change::owed).orElse(List.of());
    }
}
