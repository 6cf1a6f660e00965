package dev.holdfast.alert;

import dev.holdfast.incident.Fix;
import dev.holdfast.incident.Headline;
import dev.holdfast.incident.Impact;
import dev.holdfast.incident.Incident;
import dev.holdfast.incident.IncidentId;
import dev.holdfast.incident.Notice;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a notification says, in pieces, so that each channel can lay them out in its own way. All of it is plain text:
/// what came from an endpoint may hold any markup.
///
/// @param title all of it in one line
/// @param summary the next few sentences
/// @param facts what else a person wants to know, by a name in lower case such as `failing since`, most wanted first
/// @param evidence what proves it, empty when nothing needs proof
/// @param page Holdfast's page about it
record Message(
        String title,
        String summary,
        Map<String, String> facts,
        String evidence,
        @Nullable URI runbook,
        @Nullable URI page) {

    static Message of(Notice notice, @Nullable URI home) {
        var title = Headline.of(notice);
        return notice.about()
                .map(incident -> of(title, incident, home))
                .orElseGet(() -> new Message(title, Headline.summary(notice), Map.of(), "", null, home));
    }

    /// How `incident` stands now.
    static Message of(Incident incident, @Nullable URI home) {
        return of(Headline.of(incident), incident, home);
    }

    private static Message of(String title, Incident incident, @Nullable URI home) {
        return new Message(
                title,
                Headline.summary(incident),
                facts(incident),
                incident.failure().diagnosis().evidence(),
                incident.origin().runbook(),
                page(home, incident.id()));
    }

    private static @Nullable URI page(@Nullable URI home, IncidentId incident) {
        return home == null ? null : URI.create(home.toString().replaceAll("/+$", "") + "/incidents/" + incident);
    }

    private static Map<String, String> facts(Incident incident) {
        var origin = incident.origin();
        var facts = new LinkedHashMap<String, String>();
        facts.put("reason", incident.failure().reason());
        facts.put("endpoint", incident.failure().url().toString());
        facts.put("failing since", time(origin.firstFailedAt()));
        put(facts, "last good", origin.lastPassedAt(), Message::time);
        put(facts, "recovered", incident.resolvedAt(), Message::time);
        put(facts, "fix", origin.fix(), Message::fix);
        put(facts, "deployment", origin.deployment(), deployment -> deployment);
        put(facts, "impact", origin.impact(), Message::impact);
        facts.put("affected", affected(incident));
        facts.values().removeIf(String::isBlank);
        return facts;
    }

    private static <T> void put(
            Map<String, String> facts, String name, @Nullable T value, java.util.function.Function<T, String> inWords) {
        if (value != null) {
            facts.put(name, inWords.apply(value));
        }
    }

    private static String fix(Fix fix) {
        return time(fix.at())
                + Optional.ofNullable(fix.by()).map(by -> " by " + by).orElse("");
    }

    private static String impact(Impact impact) {
        var money = impact.value() == null
                ? ""
                : impact.value().toPlainString() + " "
                        + Optional.ofNullable(impact.currency()).orElse("");
        return Stream.of(Optional.ofNullable(impact.note()).orElse(""), money.strip())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String affected(Incident incident) {
        var members = incident.isOpen() ? incident.failing() : incident.members();
        return members.stream().map(member -> member.monitor().name()).collect(Collectors.joining(", "));
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
