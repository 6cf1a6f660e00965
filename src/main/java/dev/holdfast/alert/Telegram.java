package dev.holdfast.alert;

import dev.holdfast.incident.Notice;
import dev.holdfast.secret.Secret;
import dev.holdfast.wire.Json;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Telegram by a bot, in plain text: all about one incident answers its first message.
public final class Telegram implements Channel {
    /// Telegram's own API.
    public static final URI API = URI.create("https://api.telegram.org");

    private static final int TEXT = 4096;

    /// Who speaks, and where.
    ///
    /// @param token the bot's
    /// @param chat an id, or the `@name` of a public channel
    /// @param topic of a group with topics
    /// @param url usually [#API]
    public record Settings(
            Secret token, String chat, @Nullable Integer topic, URI url) implements ChannelSettings {
        public Settings {
            Http.checked(url);
            Http.url(new Secret(url + "/bot" + token.reveal()));
        }

        @Override
        public Channel open(String name, Outside outside) {
            return new Telegram(this, outside);
        }
    }

    private record Said(@Nullable Result result) {
        private record Result(@Nullable Long messageId) {}

        Optional<String> message() {
            return Optional.ofNullable(result).map(Result::messageId).map(String::valueOf);
        }
    }

    private final Settings settings;
    private final Outside outside;

    private Telegram(Settings settings, Outside outside) {
        this.settings = settings;
        this.outside = outside;
    }

    @Override
    public Delivery deliver(Notice notice) {
        var url = Http.below(settings.url(), "bot" + settings.token().reveal() + "/sendMessage");
        return outside.http()
                .post(url, Http.idempotent(notice), Json.write(message(notice)))
                .delivery(outside.now(), answer -> answer.as(Said.class).flatMap(Said::message));
    }

    private Map<String, Object> message(Notice notice) {
        var message = outside.message(notice);
        var lead = lead(message);
        var text = Text.cut((lead + message.evidence()).stripTrailing(), TEXT);
        return Fields.with("chat_id", settings.chat())
                .and("message_thread_id", Optional.ofNullable(settings.topic()))
                .and("text", text)
                .and("entities", literal(lead.length(), text.length()))
                .and("link_preview_options", Map.of("is_disabled", true))
                .and("reply_parameters", outside.firstMessage(notice).map(Telegram::replyTo))
                .map();
    }

    private static Map<String, Object> replyTo(String first) {
        return Map.of("message_id", Long.valueOf(first), "allow_sending_without_reply", true);
    }

    /// What stands between the two is shown as it is, without links and mentions. Telegram counts as Java does.
    private static Optional<List<Map<String, Object>>> literal(int from, int to) {
        return from < to
                ? Optional.of(List.of(Map.of("type", "pre", "offset", from, "length", to - from)))
                : Optional.empty();
    }

    private static String lead(Message message) {
        var mark = switch (message.tone()) {
            case ALARM -> "🔴 ";
            case ALL_CLEAR -> "🟢 ";
            case NOTE -> "";
        };
        return mark + Text.cut(message.title(), TEXT / 4) + "\n\n" + message.lead()
                + (message.evidence().isEmpty() ? "" : "\n");
    }
}
