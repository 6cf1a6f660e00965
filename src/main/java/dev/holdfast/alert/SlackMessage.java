package dev.holdfast.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// A message in Slack's blocks. Whatever came from an endpoint stands in plain text or between fences, escaped.
final class SlackMessage {
    private static final int HEADER = 150;
    private static final int SECTION = 2800; // of 3000; all blocks together may have some 13,000
    private static final int FIELD = 400;
    private static final int LINK = 500;

    private SlackMessage() {}

    static Fields of(Message message) {
        return Fields.with("text", escaped(titled(message), SECTION))
                .and("blocks", blocks(message))
                .and("unfurl_links", false)
                .and("unfurl_media", false);
    }

    private static List<Map<String, Object>> blocks(Message message) {
        var blocks = new ArrayList<Map<String, Object>>();
        blocks.add(Fields.with("type", "header")
                .and("text", plain(titled(message), HEADER))
                .map());
        if (titled(message).length() > HEADER) {
            blocks.add(section("text", plain(message.title(), SECTION)));
        }
        blocks.add(message.facts().isEmpty() ? section("text", plain(message.summary(), SECTION)) : facts(message));
        if (!message.links(LINK).isEmpty()) {
            blocks.add(section("text", mrkdwn(links(message))));
        }
        if (!message.evidence().isEmpty()) {
            blocks.add(section(
                    "text", mrkdwn("```\n" + escaped(message.evidence().replace('`', '\''), SECTION) + "\n```")));
        }
        return blocks;
    }

    private static Map<String, Object> facts(Message message) {
        return section(
                "fields",
                message.facts().entrySet().stream()
                        .map(fact -> plain(fact.getKey() + "\n" + fact.getValue(), FIELD))
                        .toList());
    }

    private static String links(Message message) {
        return message.links(LINK).entrySet().stream()
                .map(link -> "<" + link.getValue() + "|" + link.getKey() + ">")
                .collect(Collectors.joining("   "));
    }

    private static String titled(Message message) {
        return switch (message.tone()) {
            case ALARM -> "🔴 " + message.title();
            case ALL_CLEAR -> "🟢 " + message.title();
            case NOTE -> message.title();
        };
    }

    private static Map<String, Object> section(String name, Object content) {
        return Fields.with("type", "section").and(name, content).map();
    }

    private static Map<String, Object> plain(String text, int limit) {
        return Fields.with("type", "plain_text")
                .and("text", escaped(text, limit))
                .and("emoji", false)
                .map();
    }

    private static Map<String, Object> mrkdwn(String text) {
        return Fields.with("type", "mrkdwn")
                .and("text", text)
                .and("verbatim", true)
                .map();
    }

    private static String escaped(String text, int limit) {
        return Text.escaped(text, limit, SlackMessage::escape);
    }

    private static String escape(int codePoint) {
        return switch (codePoint) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            default -> Objects.requireNonNull(Character.toString(codePoint));
        };
    }
}
