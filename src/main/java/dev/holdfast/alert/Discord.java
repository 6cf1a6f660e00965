package dev.holdfast.alert;

import dev.holdfast.incident.Event;
import dev.holdfast.incident.Notice;
import dev.holdfast.secret.Secret;
import dev.holdfast.wire.Json;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Discord by a webhook. The end is a message of its own, and turns the first one green.
public final class Discord implements Channel {
    private static final int TITLE = 256;
    private static final int DESCRIPTION = 4096; // all parts of an embed together may have 6000
    private static final int FACT = 200;
    private static final int LINK = 400;

    /// Where it is.
    ///
    /// @param url is the key; `thread_id` in its query names a thread
    public record Settings(Secret url) implements ChannelSettings {
        public Settings {
            Http.url(url);
        }

        @Override
        public Channel open(String name, Outside outside) {
            return new Discord(Http.url(url), outside);
        }
    }

    private record Said(@Nullable String id) {}

    private final URI url;
    private final Outside outside;

    private Discord(URI url, Outside outside) {
        this.url = url;
        this.outside = outside;
    }

    @Override
    public Delivery deliver(Notice notice) {
        var body = Json.write(message(outside.message(notice)));
        var delivery = outside.http()
                .post(at("", "wait=true"), Http.idempotent(notice), body)
                .delivery(outside.now(), answer -> answer.as(Said.class).map(Said::id));
        if (delivery instanceof Delivery.Sent && notice.event() == Event.INCIDENT_RESOLVED) {
            outside.firstMessage(notice).ifPresent(first -> edit(first, notice, body));
        }
        return delivery;
    }

    /// A nicety: what matters was said in a message of its own.
    private void edit(String first, Notice notice, String body) {
        var _ = outside.http().send("PATCH", at("/messages/" + first, ""), Http.idempotent(notice), body);
    }

    private URI at(String below, String more) {
        var query = String.join("&", Objects.requireNonNullElse(url.getRawQuery(), ""), more)
                .replaceAll("^&|&$", "");
        var bare = url.toString().replaceAll("\\?.*$", "");
        return URI.create(bare + below + (query.isEmpty() ? "" : "?" + query));
    }

    private static Map<String, Object> message(Message message) {
        return Fields.with("content", escaped(message.title(), 2 * TITLE))
                .and("embeds", List.of(embed(message)))
                .and("allowed_mentions", Map.of("parse", List.of()))
                .map();
    }

    private static Map<String, Object> embed(Message message) {
        return Fields.with("title", escaped(message.title(), TITLE))
                .and("description", description(message))
                .and("color", color(message.tone()))
                .and("url", message.page())
                .map();
    }

    private static int color(Message.Tone tone) {
        return switch (tone) {
            case ALARM -> 0xD32F2F;
            case ALL_CLEAR -> 0x2E7D32;
            case NOTE -> 0x546E7A;
        };
    }

    /// All of it in one text, as fields would come below the evidence.
    private static String description(Message message) {
        if (message.facts().isEmpty()) {
            return escaped(message.summary(), DESCRIPTION);
        }
        var lead = new StringBuilder();
        message.facts().forEach((name, fact) -> lead.append(line(name, "`" + Text.cut(code(fact), FACT) + "`")));
        message.links(LINK).forEach((name, link) -> lead.append(line(name, link.toString())));
        return lead + (message.evidence().isEmpty() ? "" : fenced(message.evidence(), DESCRIPTION - lead.length()));
    }

    private static String line(String name, String value) {
        return "**" + name + "** " + value + "\n";
    }

    private static String fenced(String evidence, int limit) {
        var start = "```\n";
        var end = "\n```";
        return start + Text.cut(code(evidence), limit - start.length() - end.length()) + end;
    }

    /// Nothing between backticks is markup but a backtick.
    private static String code(String text) {
        return text.replace('`', '\'');
    }

    private static String escaped(String text, int limit) {
        return Text.escaped(text, limit, Discord::escape);
    }

    private static String escape(int codePoint) {
        return ("\\*_~`|>#[]()<@".indexOf(codePoint) < 0 ? "" : "\\") + Character.toString(codePoint);
    }
}
