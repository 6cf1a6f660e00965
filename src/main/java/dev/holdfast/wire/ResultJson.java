package dev.holdfast.wire;

import dev.holdfast.diagnosis.Cause;
import dev.holdfast.diagnosis.Dialect;
import dev.holdfast.diagnosis.Outcome;
import dev.holdfast.observation.Answered;
import dev.holdfast.observation.MonitorId;
import dev.holdfast.observation.NotTried;
import dev.holdfast.observation.Observation;
import dev.holdfast.observation.Phases.Phase;
import dev.holdfast.observation.Unanswered;
import dev.holdfast.verdict.Result;
import dev.holdfast.verdict.Verdict;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A result in the shape of the contract: a line of `check --format json`.
///
/// @param durationMs milliseconds, with three decimals
/// @param phasesMs milliseconds by phase, only phases that happened
public record ResultJson(
        MonitorId monitor,
        String group,
        URI url,
        Outcome outcome,
        @Nullable Integer status,
        Verdict verdict,
        Cause cause,
        @Nullable String relation,
        @Nullable Dialect dialect,
        String reason,
        double durationMs,
        Map<String, Double> phasesMs,
        List<Answered.Hop> redirects,
        String evidence) {

    /// The shape of `result`, a check of `url`.
    public static ResultJson of(Result result, URI url) {
        var diagnosis = result.diagnosis();
        var seen = result.observation();
        return new ResultJson(
                result.monitor(),
                result.group(),
                url,
                diagnosis.outcome(),
                diagnosis.status(),
                result.verdict(),
                diagnosis.cause(),
                diagnosis.relation(),
                diagnosis.dialect(),
                result.judgement().reason(),
                millis(seen.took()),
                phases(seen.phases().durations()),
                hops(seen),
                diagnosis.evidence());
    }

    private static List<Answered.Hop> hops(Observation seen) {
        return switch (seen) {
            case Answered answered -> answered.hops();
            case Unanswered unanswered -> unanswered.hops();
            case NotTried _ -> List.of();
        };
    }

    private static Map<String, Double> phases(Map<Phase, Duration> durations) {
        var named = new LinkedHashMap<String, Double>();
        durations.forEach((phase, took) -> named.put(phase.name().toLowerCase(Locale.ROOT), millis(took)));
        return named;
    }

    private static double millis(Duration duration) {
        return Math.round(duration.toNanos() / 1_000.0) / 1_000.0;
    }
}
