package dev.holdfast.incident;

import dev.holdfast.diagnosis.Cause;
import dev.holdfast.incident.Condition.Down;
import dev.holdfast.incident.Condition.Recovering;
import dev.holdfast.incident.Condition.Review;
import dev.holdfast.incident.Condition.Suspect;
import dev.holdfast.incident.Condition.Unknown;
import dev.holdfast.incident.Condition.Up;
import dev.holdfast.verdict.Result;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/// How one monitor goes from one condition to the next.
///
/// ```
///            fail              fail again, enough times
///   up ─────────────▶ suspect ─────────────────────────▶ down ◀──── fail ────┐
///    ▲  ◀── pass ────────┘                                 │ pass            │
///    └──────────────── pass, enough times ───────────── recovering ──────────┘
/// ```
///
/// `review` takes the place of `up` when the endpoint answers but a person should look. `unknown` changes nothing.
///
/// @param wentDown when it went down of late
record Course(Patience patience, List<Instant> wentDown, Result result) {

    static Condition next(Patience patience, MonitorState state, Result result) {
        return new Course(patience, state.wentDown(), result).from(state.condition());
    }

    /// Whether a failure is certain and not over.
    static boolean isBroken(Condition condition) {
        return condition instanceof Down || condition instanceof Recovering;
    }

    private Condition from(Condition now) {
        return switch (result.verdict()) {
            case UNKNOWN -> now;
            case FAIL -> failed(now);
            case PASS -> better(now, at -> now instanceof Up up ? up : new Up(at));
            case REVIEW ->
                isStillBroken(now)
                        ? failed(now)
                        : better(now, at -> now instanceof Review review ? review : new Review(at));
        };
    }

    /// A failure that moved from the status into the body has not gone away.
    private boolean isStillBroken(Condition now) {
        return isBroken(now) && result.diagnosis().cause() != Cause.NONE;
    }

    private Condition failed(Condition now) {
        return switch (now) {
            case Down down -> down;
            case Recovering relapse -> new Down(relapse.down());
            case Suspect suspect -> suspected(suspect.since(), suspect.failures() + 1, suspect.before());
            case Unknown _, Up _, Review _ -> suspected(result.at(), 1, now);
        };
    }

    private Condition suspected(Instant since, int failures, Condition before) {
        return failures < patience.failuresNeeded(result.diagnosis().provesItself())
                ? new Suspect(since, failures, before)
                : new Down(since);
    }

    private Condition better(Condition now, Function<Instant, Condition> settled) {
        return switch (now) {
            case Unknown _, Up _, Review _ -> settled.apply(result.at());
            case Suspect suspect -> better(suspect.before(), at -> hiccup(suspect, settled.apply(at)));
            case Down down -> recovering(new Recovering(result.at(), 1, down.since()), settled);
            case Recovering so -> recovering(new Recovering(so.since(), so.passes() + 1, so.down()), settled);
        };
    }

    /// A hiccup does not restart the time for which it has been well.
    private static Condition hiccup(Suspect suspect, Condition settled) {
        return suspect.before().getClass() == settled.getClass() ? suspect.before() : settled;
    }

    private Condition recovering(Recovering so, Function<Instant, Condition> settled) {
        return patience.isOver(so, wentDown, result.at()) ? settled.apply(so.since()) : so;
    }
}
