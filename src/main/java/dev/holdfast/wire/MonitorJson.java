package dev.holdfast.wire;

import dev.holdfast.diagnosis.Cause;
import dev.holdfast.diagnosis.Dialect;
import dev.holdfast.diagnosis.Outcome;
import dev.holdfast.incident.IncidentId;
import dev.holdfast.incident.MonitorState;
import dev.holdfast.incident.Watched;
import dev.holdfast.incident.Watched.Overlay;
import dev.holdfast.observation.MonitorId;
import dev.holdfast.verdict.Result;
import dev.holdfast.verdict.Verdict;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A monitor as it stands now, with its newest check, in the words of the contract.
///
/// @param overlays why nobody is told of it, or why it is not checked: `silenced`, `maintenance`, `paused`
/// @param since when it came to be in `state`
/// @param checkedAt when its newest check began; null before the first, and then so is what that check would tell
/// @param lastPassedAt when it last passed, null when it never did
/// @param incident the open incident it is a member of
public record MonitorJson(
        MonitorId name,
        String group,
        URI url,
        long intervalMs,
        Map<String, String> labels,
        boolean paused,
        List<Overlay> overlays,
        String state,
        Instant since,
        Verdict verdict,
        @Nullable Outcome outcome,
        @Nullable Integer status,
        @Nullable Cause cause,
        @Nullable String relation,
        @Nullable Dialect dialect,
        @Nullable String reason,
        @Nullable Double durationMs,
        Map<String, Double> phasesMs,
        @Nullable String evidence,
        @Nullable Instant checkedAt,
        @Nullable Instant lastPassedAt,
        @Nullable IncidentId incident) {

    /// The shape of `watched`.
    public static MonitorJson of(Watched watched) {
        var subject = watched.subject();
        var latest = watched.result();
        var shown = latest.map(result -> ResultJson.of(result, subject.url()));
        return new MonitorJson(
                subject.monitor(),
                subject.group(),
                subject.url(),
                watched.interval().toMillis(),
                new TreeMap<>(subject.labels()),
                watched.paused(),
                watched.overlays().stream().sorted().toList(),
                watched.state().condition().word(),
                watched.state().condition().since(),
                latest.map(Result::verdict).orElse(Verdict.UNKNOWN),
                shown.map(ResultJson::outcome).orElse(null),
                shown.map(ResultJson::status).orElse(null),
                shown.map(ResultJson::cause).orElse(null),
                shown.map(ResultJson::relation).orElse(null),
                shown.map(ResultJson::dialect).orElse(null),
                shown.map(ResultJson::reason).orElse(null),
                shown.map(ResultJson::durationMs).orElse(null),
                shown.map(ResultJson::phasesMs).orElse(Map.of()),
                shown.map(ResultJson::evidence).orElse(null),
                latest.map(Result::at).orElse(null),
                lastPassed(watched.state()),
                watched.state().incident());
    }

    private static @Nullable Instant lastPassed(MonitorState state) {
        return Optional.ofNullable(state.baseline())
                .map(MonitorState.Baseline::at)
                .orElse(null);
    }
}
