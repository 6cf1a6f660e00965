package dev.holdfast.web;

import dev.holdfast.incident.Condition;
import dev.holdfast.incident.Watched;
import dev.holdfast.observation.MonitorId;
import dev.holdfast.verdict.Verdict;
import java.util.Comparator;
import java.util.List;

/// One verdict over all monitors, for a pipeline that wants to know whether to go on.
///
/// @param ok whether every monitor is as expected
/// @param monitors those that have this verdict, when it is not pass
record Gate(Verdict verdict, boolean ok, List<MonitorId> monitors) {

    /// From the mildest to the one that outweighs all others.
    private static final List<Verdict> WEIGHT = List.of(Verdict.PASS, Verdict.REVIEW, Verdict.UNKNOWN, Verdict.FAIL);

    static Gate of(List<Watched> all) {
        var watched = all.stream().filter(one -> !one.paused()).toList();
        var verdict = watched.stream()
                .map(Gate::verdict)
                .max(Comparator.comparingInt(WEIGHT::indexOf))
                .orElse(Verdict.UNKNOWN);
        var ok = verdict == Verdict.PASS;
        var because = watched.stream()
                .filter(one -> !ok && verdict(one) == verdict)
                .map(one -> one.subject().monitor())
                .toList();
        return new Gate(verdict, ok, because);
    }

    /// What is being confirmed is not known yet, either way.
    private static Verdict verdict(Watched watched) {
        return switch (watched.state().condition()) {
            case Condition.Up _ -> Verdict.PASS;
            case Condition.Review _ -> Verdict.REVIEW;
            case Condition.Down _ -> Verdict.FAIL;
            case Condition.Suspect _, Condition.Recovering _, Condition.Unknown _ -> Verdict.UNKNOWN;
        };
    }
}
