package dev.holdfast.config;

import dev.holdfast.alert.Alertmanager;
import dev.holdfast.alert.ChannelSettings;
import dev.holdfast.alert.Webhook;
import java.util.Map;

/// How on-call is told. A new kind is one line here and its keys below.
final class ChannelShape {
    static final Shape<ChannelSettings> SHAPE = new ByType<ChannelSettings>("a channel")
            .kind("webhook", webhook())
            .kind("alertmanager", alertmanager())
            .kind("pagerduty", ChatShape.pagerduty())
            .kind("slack", ChatShape.slack())
            .kind("teams", ChatShape.teams())
            .kind("discord", ChatShape.discord())
            .kind("telegram", ChatShape.telegram())
            .kind("ntfy", ChatShape.ntfy())
            .kind("jsm", ChatShape.jsm())
            .later("email");

    private ChannelShape() {}

    private static Section<Webhook.Settings> webhook() {
        return Section.of("channel webhook", keys -> {
            var url = keys.required("url", Urls.SECRET, "Where to POST. Never shown, as it may carry a key.");
            var secret = keys.optional(
                    "secret",
                    Scalars.SECRET,
                    "Signs each message as Standard Webhooks says: `whsec_` and Base64, or any text.");
            var format = keys.usual(
                    "format",
                    Scalars.word(Webhook.Format.class),
                    "standard",
                    "The shape of the body: Holdfast's own, or that of Alertmanager's webhook, version 4.");
            var headers = keys.usual(
                    "headers", HeaderShape.named("a mapping of header names to values"), "{}", "Sent along.");
            return given ->
                    new Webhook.Settings(given.get(url), given.maybe(secret), given.get(format), given.get(headers));
        });
    }

    private static Section<Alertmanager.Settings> alertmanager() {
        return Section.of("channel alertmanager", keys -> {
            var urls = keys.required(
                    "url",
                    ListShape.oneOrMore(Urls.ENDPOINT, "an http or https URL, or a list of them")
                            .where(list -> Complaint.unless(!list.isEmpty(), "is empty", "name every Alertmanager")),
                    "Every Alertmanager of the cluster, without the path of its API.");
            var labels = keys.usual("labels", Labels.SHAPE, "{}", "Added to every alert.");
            var authorization = keys.optional(
                    "authorization",
                    HeaderShape.SECRET,
                    "The value of the `Authorization` header, such as `Bearer abc`.");
            return given -> new Alertmanager.Settings(
                    given.get(urls), Map.copyOf(given.get(labels)), given.maybe(authorization));
        });
    }
}
