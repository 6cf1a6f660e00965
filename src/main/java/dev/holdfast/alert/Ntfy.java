package dev.holdfast.alert;

import dev.holdfast.incident.Incident;
import dev.holdfast.incident.Notice;
import dev.holdfast.incident.Severity;
import dev.holdfast.secret.Secret;
import dev.holdfast.wire.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A topic of an ntfy server, in plain text.
public final class Ntfy implements Channel {
    /// The public server.
    public static final URI SERVER = URI.create("https://ntfy.sh");

    private static final int TITLE = 250;
    private static final int LINK = 800;
    private static final int BYTES = 4095; // what has more becomes an attachment that nobody opens at night
    private static final int JSON_BYTES = 8192; // of a whole request; what has more is refused

    /// Where to publish.
    ///
    /// @param token an access token; null when the topic is open
    /// @param url the server's root, [#SERVER] unless it is another
    public record Settings(String topic, @Nullable Secret token, URI url) implements ChannelSettings {
        public Settings {
            Http.checked(url);
            if (!topic.matches("[-_A-Za-z0-9]{1,64}")) {
                throw new IllegalArgumentException("the topic may have letters, digits, - and _, at most 64");
            }
            if (token != null) {
                Http.check(Map.of("Authorization", token));
            }
        }

        @Override
        public Channel open(String name, Outside outside) {
            return new Ntfy(this, outside);
        }
    }

    private final Settings settings;
    private final Outside outside;

    private Ntfy(Settings settings, Outside outside) {
        this.settings = settings;
        this.outside = outside;
    }

    @Override
    public Delivery deliver(Notice notice) {
        return outside.http()
                .post(settings.url(), headers(notice), json(notice))
                .delivery(outside.now());
    }

    private Map<String, String> headers(Notice notice) {
        var headers = new LinkedHashMap<>(Http.idempotent(notice));
        Optional.ofNullable(settings.token())
                .ifPresent(token -> headers.put("Authorization", "Bearer " + token.reveal()));
        return headers;
    }

    private String json(Notice notice) {
        var message = outside.message(notice);
        var around = Json.write(json(notice, message, "")).getBytes(StandardCharsets.UTF_8).length;
        var text = Text.cutJsonBytes(Text.cutBytes(message.body(), BYTES), JSON_BYTES - around);
        return Json.write(json(notice, message, text));
    }

    /// A notification that comes again takes the place of its first coming.
    private Map<String, Object> json(Notice notice, Message message, String text) {
        return Fields.with("topic", settings.topic())
                .and("title", Text.cut(message.title(), TITLE))
                .and("message", text)
                .and("priority", priority(notice, message.tone()))
                .and("tags", tags(message.tone()))
                .and("click", Optional.ofNullable(message.links(LINK).get(Message.PAGE)))
                .and("actions", actions(message))
                .and("sequence_id", notice.id())
                .map();
    }

    private static int priority(Notice notice, Message.Tone tone) {
        return switch (tone) {
            case ALARM -> priority(notice.about().map(Incident::severity).orElse(Severity.CRITICAL));
            case ALL_CLEAR, NOTE -> 3;
        };
    }

    private static int priority(Severity severity) {
        return switch (severity) {
            case CRITICAL -> 5;
            case ERROR -> 4;
            case WARNING -> 3;
            case INFO -> 2;
        };
    }

    private static List<String> tags(Message.Tone tone) {
        return switch (tone) {
            case ALARM -> List.of("rotating_light");
            case ALL_CLEAR -> List.of("white_check_mark");
            case NOTE -> List.of("wave");
        };
    }

    private static List<Map<String, Object>> actions(Message message) {
        return message.links(LINK).entrySet().stream()
                .map(link -> Fields.with("action", "view")
                        .and("label", link.getKey())
                        .and("url", link.getValue())
                        .map())
                .toList();
    }
}
