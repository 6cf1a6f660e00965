package dev.holdfast.alert;

import dev.holdfast.incident.Event;
import dev.holdfast.incident.Headline;
import dev.holdfast.incident.Incident;
import dev.holdfast.incident.IncidentId;
import dev.holdfast.incident.Notice;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a notification says, in pieces, so that each channel can lay them out in its own way. All of it is plain text:
/// what came from an endpoint may hold any markup.
///
/// @param title all of it in one line
/// @param summary the next few sentences; all but the title when a template wrote it
/// @param facts what a person wants to know, by a name such as `Failing since`, most wanted first; empty when it is
/// about no incident, or a template wrote it
/// @param evidence what proves it, empty when nothing needs proof
/// @param links where to read on, by what is there
/// @param isWritten whether a template wrote all but the title
record Message(
        Tone tone,
        String title,
        String summary,
        Map<String, String> facts,
        String evidence,
        Map<String, URI> links,
        boolean isWritten) {
    static final String RUNBOOK = "Runbook";
    static final String PAGE = "Holdfast";

    private static final int FACT = 300;
    private static final int SUMMARY = 1_000;

    /// How it is meant.
    enum Tone {
        ALARM,
        ALL_CLEAR,
        NOTE
    }

    Message {
        title = Text.oneLine(title);
        summary = Text.inert(summary).strip();
        facts = new LinkedHashMap<>(facts);
        facts.replaceAll((_, fact) -> Text.oneLine(fact));
        facts.values().removeIf(String::isEmpty);
        evidence = Text.inert(evidence).strip();
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
                        home == null ? Map.of() : Map.of(PAGE, home),
                        false));
    }

    /// How `incident` stands now.
    static Message of(Incident incident, @Nullable URI home) {
        return of(incident.isOpen() ? Tone.ALARM : Tone.ALL_CLEAR, Headline.of(incident), incident, home);
    }

    private static Message of(Tone tone, String title, Incident incident, @Nullable URI home) {
        return new Message(
                tone,
                title,
                Text.cut(Headline.summary(incident), SUMMARY),
                Facts.of(incident),
                incident.failure().diagnosis().evidence(),
                links(incident, home),
                false);
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

    /// The same under another title.
    Message titled(String other) {
        return new Message(tone, other, summary, facts, evidence, links, isWritten);
    }

    /// The same, saying nothing but `text` below the title.
    Message saying(String text) {
        return new Message(tone, title, text, Map.of(), "", links, true);
    }

    /// Holdfast's page about it.
    Optional<URI> page() {
        return Optional.ofNullable(links.get(PAGE));
    }

    /// Those of the links that are not longer than a receiver takes.
    Map<String, URI> links(int longest) {
        var some = new LinkedHashMap<>(links);
        some.values().removeIf(link -> link.toString().length() > longest);
        return some;
    }

    /// All but the title and the evidence as plain text, ending with a line break.
    String lead() {
        if (isWritten) {
            return summary + "\n";
        }
        var lead = new StringBuilder(facts.isEmpty() ? summary + "\n" : "");
        facts.forEach((name, fact) -> lead.append(name + ": " + Text.cut(fact, FACT) + "\n"));
        links.forEach((name, link) -> lead.append(name + ": " + link + "\n"));
        return lead.toString();
    }

    /// All but the title as plain text. Evidence comes last: what is cut off a small channel is evidence.
    String body() {
        return (lead() + "\n" + evidence).stripTrailing();
    }
}
