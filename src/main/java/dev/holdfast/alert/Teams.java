package dev.holdfast.alert;

import dev.holdfast.incident.Notice;
import dev.holdfast.secret.Secret;
import dev.holdfast.wire.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Microsoft Teams by a workflow's webhook. Text stands in runs, which unlike blocks know no markup.
public final class Teams implements Channel {
    // Together below 20 KB whatever the script, and below 28 KB however Teams writes it down: a flow that gets more
    // says yes and posts nothing.
    private static final int TITLE = 400;
    private static final int FACT = 200;
    private static final int EVIDENCE = 1200;
    private static final int LINK = 800;

    /// Where it is.
    ///
    /// @param url is the key, with its port and its query
    public record Settings(Secret url) implements ChannelSettings {
        public Settings {
            Http.url(url);
        }

        @Override
        public Channel open(String name, Outside outside) {
            return new Teams(Http.url(url), outside);
        }
    }

    private final URI url;
    private final Outside outside;

    private Teams(URI url, Outside outside) {
        this.url = url;
        this.outside = outside;
    }

    @Override
    public Delivery deliver(Notice notice) {
        var body = Json.write(message(outside.message(notice)));
        return outside.http().post(url, Http.idempotent(notice), body).delivery(outside.now());
    }

    private static Map<String, Object> message(Message message) {
        var card = Fields.with("contentType", "application/vnd.microsoft.card.adaptive")
                .and("content", card(message))
                .map();
        return Fields.with("type", "message").and("attachments", List.of(card)).map();
    }

    private static Map<String, Object> card(Message message) {
        return Fields.with("$schema", "http://adaptivecards.io/schemas/adaptive-card.json")
                .and("type", "AdaptiveCard")
                .and("version", "1.4")
                .and("fallbackText", Text.cut(message.title(), TITLE))
                .and("msteams", Map.of("width", "full"))
                .and("body", body(message))
                .and("actions", actions(message))
                .map();
    }

    private static List<Map<String, Object>> body(Message message) {
        var body = new ArrayList<Map<String, Object>>();
        body.add(Fields.with("type", "Container")
                .and("style", style(message.tone()))
                .and("bleed", true)
                .and("items", List.of(line(bold(Text.cut(message.title(), TITLE)))))
                .map());
        if (message.facts().isEmpty()) {
            body.add(line(run(Text.cut(message.summary(), EVIDENCE))));
        }
        message.facts().forEach((name, fact) -> body.add(line(bold(name + ": "), run(Text.cut(fact, FACT)))));
        if (!message.evidence().isEmpty()) {
            var evidence = run(Text.cut(message.evidence(), EVIDENCE));
            evidence.put("fontType", "Monospace");
            body.add(line(evidence));
        }
        return body;
    }

    private static String style(Message.Tone tone) {
        return switch (tone) {
            case ALARM -> "attention";
            case ALL_CLEAR -> "good";
            case NOTE -> "default";
        };
    }

    private static Map<String, Object> line(Object... runs) {
        return Fields.with("type", "RichTextBlock").and("inlines", runs).map();
    }

    private static Map<String, Object> run(String text) {
        return Fields.with("type", "TextRun").and("text", text).map();
    }

    private static Map<String, Object> bold(String text) {
        return Fields.with("type", "TextRun")
                .and("text", text)
                .and("weight", "Bolder")
                .map();
    }

    private static List<Map<String, Object>> actions(Message message) {
        return message.links(LINK).entrySet().stream()
                .map(link -> Fields.with("type", "Action.OpenUrl")
                        .and("title", link.getKey())
                        .and("url", link.getValue())
                        .map())
                .toList();
    }
}
