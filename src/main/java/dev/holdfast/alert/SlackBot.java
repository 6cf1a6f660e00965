package dev.holdfast.alert;

import dev.holdfast.incident.Event;
import dev.holdfast.incident.Notice;
import dev.holdfast.secret.Secret;
import dev.holdfast.wire.Json;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Slack by a bot: all about one incident is one thread, and its first message turns green at the end.
public final class SlackBot implements Channel {
    /// Slack's own API.
    public static final URI API = URI.create("https://slack.com/api");

    private static final Set<String> PASSING = Set.of(
            "ratelimited", "rate_limited", "internal_error", "fatal_error", "service_unavailable", "request_timeout");

    /// Who speaks, and where.
    ///
    /// @param token of a bot with the scope `chat:write`
    /// @param channel its id, such as `C0123456789`
    /// @param url usually [#API]
    public record Settings(Secret token, String channel, URI url) implements ChannelSettings {
        public Settings {
            Http.checked(url);
            Http.check(Map.of("Authorization", token));
        }

        @Override
        public Channel open(String name, Outside outside) {
            return new SlackBot(this, outside);
        }
    }

    /// Slack says 200 and means it only when `ok` is true.
    private record Said(
            @Nullable Boolean ok,
            @Nullable String error,
            @Nullable String channel,
            @Nullable String ts) {}

    /// A message that was posted, by Slack's names for its channel and for itself.
    private record Posted(String channel, String ts) {
        static Posted of(String message) {
            var parts = message.split(" ", 2);
            return new Posted(parts[0], parts[parts.length - 1]);
        }
    }

    private final Settings settings;
    private final Outside outside;

    private SlackBot(Settings settings, Outside outside) {
        this.settings = settings;
        this.outside = outside;
    }

    @Override
    public Delivery deliver(Notice notice) {
        var first = outside.firstMessage(notice).map(Posted::of);
        var delivery = post(notice, first);
        if (delivery instanceof Delivery.GaveUp && first.isPresent()) {
            delivery = post(notice, Optional.empty()); // somebody deleted the thread
        }
        if (delivery instanceof Delivery.Sent && notice.event() == Event.INCIDENT_RESOLVED) {
            first.ifPresent(opening -> update(notice, opening));
        }
        return delivery;
    }

    private Delivery post(Notice notice, Optional<Posted> thread) {
        var message = message(notice)
                .and("channel", thread.map(Posted::channel).orElse(settings.channel()))
                .and("thread_ts", thread.map(Posted::ts))
                .and("reply_broadcast", thread.map(_ -> notice.event() != Event.INCIDENT_UPDATED));
        return call("chat.postMessage", notice, message);
    }

    /// A nicety: what matters was said in a message of its own.
    private void update(Notice notice, Posted opening) {
        var _ = call(
                "chat.update",
                notice,
                message(notice).and("channel", opening.channel()).and("ts", opening.ts()));
    }

    private Fields message(Notice notice) {
        return SlackMessage.of(outside.message(notice));
    }

    private Delivery call(String method, Notice notice, Fields body) {
        var headers = Map.of("Authorization", "Bearer " + settings.token().reveal(), "Idempotency-Key", notice.id());
        var reply = outside.http().post(Http.below(settings.url(), method), headers, Json.write(body.map()));
        return reply instanceof Reply.Answer answer && answer.status() == 200
                ? said(answer)
                : reply.delivery(outside.now());
    }

    private Delivery said(Reply.Answer answer) {
        var said = answer.as(Said.class).orElse(new Said(false, "not Slack's answer: " + answer.line(), null, null));
        if (Boolean.TRUE.equals(said.ok())) {
            return Earlier.sentAs(said.channel() + " " + said.ts());
        }
        return PASSING.contains(said.error())
                ? new Delivery.TryLater(answer.retryAfter(outside.now()), "" + said.error())
                : new Delivery.GaveUp("" + said.error());
    }
}
