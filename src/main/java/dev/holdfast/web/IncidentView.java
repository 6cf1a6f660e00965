package dev.holdfast.web;

import dev.holdfast.incident.Fix;
import dev.holdfast.incident.Headline;
import dev.holdfast.incident.Impact;
import dev.holdfast.incident.Incident;
import dev.holdfast.incident.Incident.Member;
import dev.holdfast.wire.IncidentJson;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An incident, as a page shows it.
///
/// @param lasted since when and for how long it has been failing, or did
/// @param members who is failing by it, or ever was
public record IncidentView(
        String id,
        String kind,
        String headline,
        String severity,
        String cause,
        String why,
        Ago failing,
        @Nullable Ago lastGood,
        @Nullable Ago resolved,
        String lasted,
        List<String> members,
        String evidence,
        @Nullable String runbook,
        String fix,
        String impact,
        int occurrence) {

    static IncidentView of(Incident incident, Instant now) {
        var shown = IncidentJson.of(incident);
        return new IncidentView(
                incident.id().value(),
                word(incident.kind()),
                Headline.of(incident),
                word(shown.severity()),
                word(shown.cause()),
                incident.failure().reason(),
                Ago.of(shown.firstFailedAt(), now),
                shown.lastPassedAt() == null ? null : Ago.of(shown.lastPassedAt(), now),
                shown.resolvedAt() == null ? null : Ago.of(shown.resolvedAt(), now),
                Headline.duration(shown.firstFailedAt(), shown.resolvedAt() == null ? now : shown.resolvedAt()),
                incident.members().stream().map(IncidentView::member).toList(),
                shown.evidence(),
                shown.runbook() == null ? null : shown.runbook().toString(),
                fix(shown.fix()),
                impact(shown.impact()),
                shown.occurrence());
    }

    private static String member(Member member) {
        return member.monitor().name();
    }

    private static String fix(@Nullable Fix fix) {
        if (fix == null) {
            return "";
        }
        return fix.at() + (fix.by() == null ? "" : " by " + fix.by());
    }

    private static String impact(@Nullable Impact impact) {
        if (impact == null) {
            return "";
        }
        var note = impact.note() == null ? "" : impact.note();
        var value = impact.value() == null
                ? ""
                : impact.value().toPlainString() + (impact.currency() == null ? "" : " " + impact.currency());
        return note.isEmpty() || value.isEmpty() ? note + value : note + ": " + value;
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
