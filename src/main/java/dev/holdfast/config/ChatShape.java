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
    private static final String ELSEWHERE = "Where its API is, when it is not the service's usual one";

    private ChatShape() {}

    static Function<Given, ChannelSettings> pagerduty(Keys keys) {
        var key = keys.required("routing_key", Scalars.SECRET, "The integration key of an Events API v2 integration.");
        var url = api(keys, PagerDuty.EVENTS, ": `https://events.eu.pagerduty.com/v2/enqueue` in Europe.");
        return given -> new PagerDuty.Settings(given.get(key), given.get(url));
    }

    /// An incoming webhook, or a bot that can edit what it said.
    static Function<Given, ChannelSettings> slack(Keys keys) {
        var webhook = keys.optional("url", Urls.SECRET, "An incoming webhook. It cannot edit: use a bot for that.");
        var token = keys.optional("token", Scalars.SECRET, "The token of a bot that may write to the channel.");
        var channel = keys.optional("channel", Scalars.TEXT, "Where the bot writes: the id of a channel.");
        var api = keys.usual("api_url", Urls.ENDPOINT, SlackBot.API.toString(), ELSEWHERE + ".");
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
    }

    static Function<Given, ChannelSettings> teams(Keys keys) {
        return byUrl(keys, "The address of a workflow that is started by a webhook.", Teams.Settings::new);
    }

    static Function<Given, ChannelSettings> discord(Keys keys) {
        return byUrl(keys, "The address of a webhook.", Discord.Settings::new);
    }

    static Function<Given, ChannelSettings> telegram(Keys keys) {
        var token = keys.required("token", Scalars.SECRET, "The token of a bot.");
        var chat = keys.required("chat", Scalars.TEXT, "The id of a chat, or `@name` of a channel.");
        var topic = keys.optional("topic", Scalars.integer(1, Integer.MAX_VALUE), "A topic within the chat.");
        var url = api(keys, Telegram.API, ".");
        return given -> new Telegram.Settings(given.get(token), given.get(chat), given.maybe(topic), given.get(url));
    }

    static Function<Given, ChannelSettings> ntfy(Keys keys) {
        var topic = keys.required("topic", Scalars.TEXT, "What to publish to.");
        var token = keys.optional("token", Scalars.SECRET, "An access token.");
        var url = api(keys, Ntfy.SERVER, ": the root of your own server.");
        return given -> new Ntfy.Settings(given.get(topic), given.maybe(token), given.get(url));
    }

    static Function<Given, ChannelSettings> jsm(Keys keys) {
        var key = keys.required("key", Scalars.SECRET, "The API key of an integration.");
        var url = api(keys, Jsm.API, ": `https://api.opsgenie.com` or `https://api.eu.opsgenie.com` for Opsgenie.");
        return given -> new Jsm.Settings(given.get(key), given.get(url));
    }

    private static Function<Given, ChannelSettings> byUrl(
            Keys keys, String doc, Function<Secret, ChannelSettings> settings) {
        var url = keys.required("url", Urls.SECRET, doc);
        return given -> settings.apply(given.get(url));
    }

    private static Key<URI> api(Keys keys, URI usual, String others) {
        return keys.usual("url", Urls.ENDPOINT, usual.toString(), ELSEWHERE + others);
    }
}
