package dev.holdfast.web;

import dev.holdfast.incident.Ack;
import dev.holdfast.incident.Deployment;
import dev.holdfast.incident.Fix;
import dev.holdfast.incident.Headline;
import dev.holdfast.incident.Impact;
import dev.holdfast.incident.Incident;
import dev.holdfast.wire.IncidentJson;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An incident, as a page shows it.
///
/// @param lasted since when and for how long it has been failing, or did
/// @param members the first few who are failing by it, or ever were
/// @param others the rest of them
/// @param fix what had been fixed, when, by what, and how long that held; empty when nothing is known of a fix
/// @param deployed what was deployed before it, empty when nothing was announced
/// @param ack who takes care of it, and what they said; empty while nobody does
/// @param recurrenceOf the earlier incident of the same root cause
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
        List<Member> members,
        List<Member> others,
        String evidence,
        @Nullable String runbook,
        String fix,
        String deployed,
        String impact,
        String ack,
        int occurrence,
        @Nullable String recurrenceOf) {
    private static final int FEW = 8;

    /// A monitor that belongs to it.
    public record Member(String name, boolean failing) {}

    static IncidentView of(Incident incident, Instant now) {
        var shown = IncidentJson.of(incident);
        var members = incident.members().stream().map(IncidentView::member).toList();
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
                members.stream().limit(FEW).toList(),
                members.stream().skip(FEW).toList(),
                shown.evidence(),
                shown.runbook() == null ? null : shown.runbook().toString(),
                fix(shown.fix(), shown.firstFailedAt()),
                deployed(shown.deployment(), shown.firstFailedAt()),
                impact(shown.impact()),
                ack(shown.ack()),
                shown.occurrence(),
                shown.recurrenceOf() == null ? null : shown.recurrenceOf().value());
    }

    private static Member member(Incident.Member member) {
        return new Member(member.monitor().name(), member.isFailing());
    }

    private static String fix(@Nullable Fix fix, Instant brokenAt) {
        return fix == null
                ? ""
                : time(fix.at()) + (fix.by() == null ? "" : " by " + fix.by()) + ", held "
                        + Headline.duration(fix.at(), brokenAt);
    }

    private static String deployed(@Nullable Deployment deployment, Instant brokenAt) {
        return deployment == null
                ? ""
                : deployment.name() + ", " + Headline.duration(deployment.at(), brokenAt) + " before the first failure";
    }

    private static String ack(@Nullable Ack ack) {
        return ack == null
                ? ""
                : ack.by() + ", since " + time(ack.at()) + (ack.note().isBlank() ? "" : ": " + ack.note());
    }

    private static String impact(@Nullable Impact impact) {
        if (impact == null) {
            return "";
        }
        var note = impact.note() == null ? "" : impact.note();
        var value = impact.value() == null
                ? ""
                : String.format(Locale.ROOT, "%,.0f", impact.value())
                        + (impact.currency() == null ? "" : " " + impact.currency());
        return note.isEmpty() || value.isEmpty() ? note + value : note + ": " + value;
    }

    private static String time(Instant at) {
        return Ago.of(at, at).exact();
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
