package dev.holdfast.config;

import dev.holdfast.alert.ChannelSettings;
import dev.holdfast.alert.Discord;
import dev.holdfast.alert.Jsm;
import dev.holdfast.alert.Ntfy;
import dev.holdfast.alert.PagerDuty;
import dev.holdfast.alert.SlackBot;
import dev.holdfast.alert.SlackWebhook;
import dev.holdfast.alert.Teams;
import dev.holdfast.alert.Telegram;
import dev.holdfast.secret.Secret;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/// The channels of on-call and chat services.
final class ChatShape {
    private static final String ELSEWHERE = "Where its API is, when it is not the service's usual one.";

    private ChatShape() {}

    static Section<PagerDuty.Settings> pagerduty() {
        return Section.of("channel pagerduty", keys -> {
            var key = keys.required(
                    "routing_key", Scalars.SECRET, "The integration key of an Events API v2 integration.");
            var url = api(keys, PagerDuty.EVENTS);
            return given -> new PagerDuty.Settings(given.get(key), given.get(url));
        });
    }

    /// An incoming webhook, or a bot that can edit what it said.
    static Section<ChannelSettings> slack() {
        return Section.of("channel slack", keys -> {
            var webhook = keys.optional("url", Urls.SECRET, "An incoming webhook. It cannot edit: use a bot for that.");
            var token = keys.optional("token", Scalars.SECRET, "The token of a bot that may write to the channel.");
            var channel = keys.optional("channel", Scalars.TEXT, "Where the bot writes: the id of a channel.");
            var api = keys.usual("api_url", Urls.ENDPOINT, SlackBot.API.toString(), ELSEWHERE);
            keys.exclusive("url", "token");
            keys.together("token", "channel");
            keys.rule(
                    webhook,
                    given -> Complaint.unless(
                            given.maybe(webhook) != null || given.maybe(token) != null,
                            "is missing",
                            "give the url of an incoming webhook, or token and channel of a bot"));
            return given -> Optional.ofNullable(given.maybe(webhook))
                    .<ChannelSettings>map(SlackWebhook.Settings::new)
                    .orElseGet(() -> new SlackBot.Settings(given.get(token), given.get(channel), given.get(api)));
        });
    }

    static Section<Teams.Settings> teams() {
        return byUrl("teams", "The address of a workflow that is started by a webhook.", Teams.Settings::new);
    }

    static Section<Discord.Settings> discord() {
        return byUrl("discord", "The address of a webhook.", Discord.Settings::new);
    }

    static Section<Telegram.Settings> telegram() {
        return Section.of("channel telegram", keys -> {
            var token = keys.required("token", Scalars.SECRET, "The token of a bot.");
            var chat = keys.required("chat", Scalars.TEXT, "The id of a chat, or `@name` of a channel.");
            var topic = keys.optional("topic", Scalars.integer(1, Integer.MAX_VALUE), "A topic within the chat.");
            var url = api(keys, Telegram.API);
            return given ->
                    new Telegram.Settings(given.get(token), given.get(chat), given.maybe(topic), given.get(url));
        });
    }

    static Section<Ntfy.Settings> ntfy() {
        return Section.of("channel ntfy", keys -> {
            var topic = keys.required("topic", Scalars.TEXT, "What to publish to.");
            var token = keys.optional("token", Scalars.SECRET, "An access token.");
            var url = api(keys, Ntfy.SERVER);
            return given -> new Ntfy.Settings(given.get(topic), given.maybe(token), given.get(url));
        });
    }

    static Section<Jsm.Settings> jsm() {
        return Section.of("channel jsm", keys -> {
            var key = keys.required("key", Scalars.SECRET, "The API key of an integration.");
            var url = api(keys, Jsm.API);
            return given -> new Jsm.Settings(given.get(key), given.get(url));
        });
    }

    private static <T> Section<T> byUrl(String type, String doc, Function<Secret, T> settings) {
        return Section.of("channel " + type, keys -> {
            var url = keys.required("url", Urls.SECRET, doc);
            return given -> settings.apply(given.get(url));
        });
    }

    private static Key<URI> api(Keys keys, URI usual) {
        return keys.usual("url", Urls.ENDPOINT, usual.toString(), ELSEWHERE);
    }
}
