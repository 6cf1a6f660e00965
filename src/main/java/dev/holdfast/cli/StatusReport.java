package dev.holdfast.cli;

import dev.holdfast.incident.Headline;
import dev.holdfast.incident.Silence;
import dev.holdfast.verdict.Verdict;
import dev.holdfast.web.ChannelHealth;
import dev.holdfast.web.StatusJson;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How it stands, for people.
final class StatusReport {
    private StatusReport() {}

    static String text(StatusJson status, Paint paint) {
        return Stream.of(
                        verdict(status, paint),
                        troubles(status).stream()
                                .map(trouble -> paint.red("! " + trouble))
                                .collect(Collectors.joining("\n")),
                        part("Open incidents", new IncidentLines(status.at(), paint).text(status.incidents())),
                        part(
                                "Silences",
                                status.silences().stream()
                                        .map(silence -> "  until " + SilenceCommand.told(silence))
                                        .collect(Collectors.joining("\n"))))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    static String markdown(StatusJson status) {
        return Stream.of(
                        "**" + Words.of(status.verdict()) + "**: " + status.summary() + "\n\nMonitors: "
                                + monitors(status),
                        status.incidents().isEmpty()
                                ? ""
                                : new IncidentLines(status.at(), new Paint(false)).markdown(status.incidents()),
                        list(troubles(status).stream()),
                        list(status.silences().stream().map(StatusReport::silence)))
                .filter(part -> !part.isEmpty())
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n\n"));
    }

    private static String verdict(StatusJson status, Paint paint) {
        var word = Words.of(status.verdict());
        var painted = switch (status.verdict()) {
            case PASS -> paint.green("✓ " + word);
            case FAIL -> paint.red("✗ " + word);
            case REVIEW, UNKNOWN -> paint.yellow((status.verdict() == Verdict.REVIEW ? "? " : "· ") + word);
        };
        return painted + "  " + status.summary() + "\nMonitors: " + monitors(status);
    }

    /// Such as `1 down, 12 up, 1 paused`.
    private static String monitors(StatusJson status) {
        return status.monitors().isEmpty()
                ? "none"
                : status.monitors().entrySet().stream()
                        .map(count -> count.getValue() + " " + count.getKey())
                        .collect(Collectors.joining(", "));
    }

    /// What is wrong with Holdfast itself.
    private static List<String> troubles(StatusJson status) {
        var blind = status.blind()
                ? Stream.of(
                        "Holdfast is blind: its own network is likely down, and what gets no answer opens no incident")
                : Stream.<String>of();
        var store = status.storageErrors() > 0
                ? Stream.of("The store failed " + status.storageErrors() + " times since the start")
                : Stream.<String>of();
        var channels =
                status.channels().stream().filter(ChannelHealth::failing).map(channel -> channel(channel, status.at()));
        return Stream.of(blind, channels, store).flatMap(all -> all).toList();
    }

    private static String channel(ChannelHealth channel, Instant now) {
        var since = channel.failingSince() == null ? "" : " for " + Headline.duration(channel.failingSince(), now);
        var waiting = channel.pending() == 0 ? "" : ", " + channel.pending() + " waiting";
        return "Channel " + channel.name() + " fails" + since + waiting + ": " + channel.answer();
    }

    private static String silence(Silence silence) {
        return "silence until " + SilenceCommand.told(silence);
    }

    private static String part(String title, String lines) {
        return lines.isEmpty() ? "" : title + "\n" + lines;
    }

    private static String list(Stream<String> items) {
        return items.map(item -> "- " + Reports.cell(item)).collect(Collectors.joining("\n"));
    }
}
