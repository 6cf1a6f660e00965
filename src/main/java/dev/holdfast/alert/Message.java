package dev.holdfast.alert;

import dev.holdfast.incident.Event;
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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a notification says, in pieces, so that each channel can lay them out in its own way. All of it is plain text:
/// what came from an endpoint may hold any markup.
///
/// @param title all of it in one line
/// @param summary the next few sentences
/// @param facts what a person wants to know, by a name such as `Failing since`, most wanted first; empty when it is
/// about no incident
/// @param evidence what proves it, empty when nothing needs proof
/// @param links where to read on, by what is there
record Message(
        Tone tone, String title, String summary, Map<String, String> facts, String evidence, Map<String, URI> links) {
    static final String RUNBOOK = "Runbook";
    static final String PAGE = "Holdfast";

    /// How it is meant.
    enum Tone {
        ALARM,
        ALL_CLEAR,
        NOTE
    }

    Message {
        title = Text.oneLine(title);
        evidence = Text.inert(evidence);
    }

    static Message of(Notice notice, @Nullable URI home) {
        var tone = tone(notice.event());
        var title = Headline.of(notice);
        return notice.about()
                .map(incident -> of(tone, title, incident, home))
                .orElseGet(() -> new Message(
                        tone,
                        title,
                        Headline.summary(notice),
                        Map.of(),
                        "",
                        home == null ? Map.of() : Map.of(PAGE, home)));
    }

    /// How `incident` stands now.
    static Message of(Incident incident, @Nullable URI home) {
        return of(incident.isOpen() ? Tone.ALARM : Tone.ALL_CLEAR, Headline.of(incident), incident, home);
    }

    private static Message of(Tone tone, String title, Incident incident, @Nullable URI home) {
        return new Message(
                tone,
                title,
                Headline.summary(incident),
                facts(incident),
                incident.failure().diagnosis().evidence(),
                links(incident, home));
    }

    private static Tone tone(Event event) {
        return switch (event) {
            case INCIDENT_OPENED, INCIDENT_UPDATED, INCIDENT_REMINDER, MONITOR_BLIND -> Tone.ALARM;
            case INCIDENT_RESOLVED, MONITOR_SIGHTED -> Tone.ALL_CLEAR;
            case TEST -> Tone.NOTE;
        };
    }

    private static Map<String, URI> links(Incident incident, @Nullable URI home) {
        var links = new LinkedHashMap<String, URI>();
        Optional.ofNullable(incident.origin().runbook()).ifPresent(runbook -> links.put(RUNBOOK, runbook));
        Optional.ofNullable(home).ifPresent(pages -> links.put(PAGE, page(pages, incident.id())));
        return links;
    }

    private static URI page(URI home, IncidentId incident) {
        return URI.create(home.toString().replaceAll("/+$", "") + "/incidents/" + incident);
    }

    private static Map<String, String> facts(Incident incident) {
        var origin = incident.origin();
        var facts = new LinkedHashMap<String, String>();
        facts.put("Reason", Text.oneLine(incident.failure().reason()));
        facts.put("Endpoint", incident.failure().url().toString());
        facts.put("Failing since", time(origin.firstFailedAt()));
        put(facts, "Last good", origin.lastPassedAt(), Message::time);
        put(facts, "Recovered", incident.resolvedAt(), Message::time);
        put(facts, "Fix", origin.fix(), fix -> Headline.held(fix, origin.firstFailedAt()));
        put(
                facts,
                "Deployment",
                origin.deployment(),
                deployment -> Headline.deployed(deployment, origin.firstFailedAt()));
        put(facts, "Impact", origin.impact(), Message::impact);
        facts.put("Affected", Headline.affected(incident));
        facts.values().removeIf(String::isBlank);
        return facts;
    }

    private static <T> void put(
            Map<String, String> facts, String name, @Nullable T value, Function<T, String> inWords) {
        if (value != null) {
            facts.put(name, inWords.apply(value));
        }
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

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /// Holdfast's page about it.
    Optional<URI> page() {
        return Optional.ofNullable(links.get(PAGE));
    }

    /// All but the title as plain text. Evidence comes last: what is cut off a small channel is evidence.
    String body() {
        var facts = new StringBuilder(facts().isEmpty() ? summary + "\n" : "");
        facts().forEach((name, fact) -> facts.append(name + ": " + Text.cut(fact, 300) + "\n"));
        links.forEach((name, link) -> facts.append(name + ": " + link + "\n"));
        return facts + (evidence.isEmpty() ? "" : "\n" + evidence + "\n");
    }
}
