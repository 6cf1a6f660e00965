package dev.holdfast.alert;

import dev.holdfast.incident.Notice;
import dev.holdfast.secret.Secret;
import dev.holdfast.wire.Json;
import java.net.URI;

/// Slack by an incoming webhook, which can only say one thing after the other. Mattermost takes the same.
public final class SlackWebhook implements Channel {

    /// Where it is.
    ///
    /// @param url is the key
    public record Settings(Secret url) implements ChannelSettings {
        public Settings {
            Http.url(url);
        }

        @Override
        public Channel open(String name, Outside outside) {
            return new SlackWebhook(Http.url(url), outside);
        }
    }

    private final URI url;
    private final Outside outside;

    private SlackWebhook(URI url, Outside outside) {
        this.url = url;
        this.outside = outside;
    }

    @Override
    public Delivery deliver(Notice notice) {
        var body = Json.write(SlackMessage.of(outside.message(notice)).map());
        var reply = outside.http().post(url, Http.idempotent(notice), body);
        return reply instanceof Reply.Answer answer && answer.status() == 200 && !isTaken(answer)
                ? new Delivery.GaveUp(answer.line())
                : reply.delivery(outside.now());
    }

    /// Slack says `ok`; its likes say something in JSON.
    private static boolean isTaken(Reply.Answer answer) {
        return answer.body().strip().equals("ok") || answer.body().startsWith("{");
    }
}
