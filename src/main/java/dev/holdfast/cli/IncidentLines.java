package dev.holdfast.cli;

import dev.holdfast.incident.Headline;
import dev.holdfast.wire.IncidentJson;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// Incidents for people: a few lines each at a terminal, a table in a document.
final class IncidentLines {
    private final Instant now;
    private final Paint paint;

    /// @param now what `for 12m 3s` is counted to
    IncidentLines(Instant now, Paint paint) {
        this.now = now;
        this.paint = paint;
    }

    String text(List<IncidentJson> incidents) {
        return incidents.stream().map(this::text).collect(Collectors.joining("\n"));
    }

    private String text(IncidentJson incident) {
        var head = incident.resolvedAt() == null
                ? paint.red(kind(incident))
                : paint.green("over, was " + Words.of(incident.kind()));
        return "  " + incident.id() + "  " + head + "  " + who(incident) + "  " + change(incident) + "  "
                + cause(incident) + "\n      " + when(incident) + ", " + Words.of(incident.severity())
                + (incident.occurrence() > 1 ? ", occurrence " + incident.occurrence() : "") + care(incident);
    }

    String markdown(List<IncidentJson> incidents) {
        return incidents.stream()
                .map(incident -> "| %s | %s | %s | %s | %s | %s |%n"
                        .formatted(
                                incident.id(),
                                kind(incident),
                                who(incident),
                                change(incident),
                                Reports.cell(cause(incident)),
                                Reports.cell(when(incident) + care(incident))))
                .collect(Collectors.joining(
                        "", "| Incident | Kind | Monitor | Status | Cause | Since |\n|---|---|---|---|---|---|\n", ""));
    }

    private static String kind(IncidentJson incident) {
        return incident.kind().name();
    }

    private static String who(IncidentJson incident) {
        long others = incident.members().stream()
                .filter(member -> !member.equals(incident.monitor()))
                .count();
        return incident.monitor() + (others == 0 ? "" : " and " + others + " more");
    }

    private static String change(IncidentJson incident) {
        var now = incident.status() == null ? "no answer" : incident.status().toString();
        return incident.previousStatus() == null ? now : incident.previousStatus() + " → " + now;
    }

    private static String cause(IncidentJson incident) {
        return Words.of(incident.cause()) + (incident.relation() == null ? "" : " " + incident.relation());
    }

    private String when(IncidentJson incident) {
        var end = incident.resolvedAt() == null ? now : incident.resolvedAt();
        var lasted = Headline.duration(incident.firstFailedAt(), end);
        return incident.resolvedAt() == null
                ? "for " + lasted
                : "lasted " + lasted + ", ended " + Headline.duration(end, now) + " ago";
    }

    private static String care(IncidentJson incident) {
        if (incident.ack() != null) {
            return ", " + incident.ack().by() + " takes care of it";
        }
        return incident.resolvedAt() == null ? ", nobody takes care of it" : "";
    }
}
