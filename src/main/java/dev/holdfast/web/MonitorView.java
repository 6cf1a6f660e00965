package dev.holdfast.web;

import dev.holdfast.incident.Headline;
import dev.holdfast.incident.Silence;
import dev.holdfast.incident.Watched;
import dev.holdfast.incident.Watched.Overlay;
import dev.holdfast.observation.Phases.Phase;
import dev.holdfast.verdict.Result;
import dev.holdfast.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A monitor, as a page shows it.
///
/// @param state the contract's word, or `paused`
/// @param status what came back, in a word or a number; empty before the first check
/// @param reason why, when it is not simply well; empty otherwise
/// @param overlays why nobody is told of it, or why it is not checked
/// @param checked when it was checked last, null before the first check
public record MonitorView(
        String name,
        String url,
        String group,
        String state,
        String mark,
        Ago since,
        String status,
        String latency,
        String phases,
        String reason,
        String evidence,
        @Nullable Ago checked,
        @Nullable String incident,
        List<String> overlays) {

    /// @param silences those that are in force
    static MonitorView of(Watched watched, List<Silence> silences, Instant now) {
        var subject = watched.subject();
        var condition = watched.state().condition();
        var state = watched.paused() ? "paused" : condition.word();
        var incident = watched.state().incident();
        return new MonitorView(
                subject.monitor().name(),
                subject.url().toString(),
                subject.group(),
                state,
                mark(state),
                Ago.of(condition.since(), now),
                watched.result().map(MonitorView::status).orElse(""),
                watched.result().map(MonitorView::latency).orElse(""),
                watched.result().map(MonitorView::phases).orElse(""),
                watched.result()
                        .filter(result -> result.verdict() != Verdict.PASS)
                        .map(result -> result.judgement().reason())
                        .orElse(""),
                watched.result().map(result -> result.diagnosis().evidence()).orElse(""),
                watched.result().map(result -> Ago.of(result.at(), now)).orElse(null),
                incident == null ? null : incident.value(),
                watched.overlays().stream()
                        .sorted()
                        .map(overlay -> overlay(overlay, watched, silences, now))
                        .toList());
    }

    private static String overlay(Overlay overlay, Watched watched, List<Silence> silences, Instant now) {
        return switch (overlay) {
            case SILENCED ->
                silences.stream()
                        .filter(silence -> silence.who().has(watched.subject()))
                        .map(Silence::until)
                        .max(Instant::compareTo)
                        .map(until -> "silenced for another " + Headline.duration(now, until))
                        .orElse("silenced");
            case MAINTENANCE -> "maintenance";
            case PAUSED -> "paused";
        };
    }

    /// A shape beside the colour, for whoever does not see the colour.
    private static String mark(String state) {
        return switch (state) {
            case "up" -> "✓";
            case "review" -> "?";
            case "suspect" -> "…";
            case "down" -> "✗";
            case "recovering" -> "↗";
            case "paused" -> "‖";
            default -> "·";
        };
    }

    private static String status(Result result) {
        var status = result.diagnosis().status();
        return status == null ? result.diagnosis().outcome().name().toLowerCase(Locale.ROOT) : status.toString();
    }

    private static String latency(Result result) {
        return String.format(Locale.ROOT, "%.0f ms", result.observation().took().toNanos() / 1_000_000.0);
    }

    private static String phases(Result result) {
        return result.observation().phases().durations().entrySet().stream()
                .map(phase -> word(phase.getKey())
                        + String.format(
                                Locale.ROOT, " %.1f ms", phase.getValue().toNanos() / 1_000_000.0))
                .collect(Collectors.joining(", "));
    }

    private static String word(Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT);
    }
}
