package dev.holdfast.config;

import dev.holdfast.alert.Alertmanager;
import dev.holdfast.alert.ChannelSettings;
import dev.holdfast.alert.Email;
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
            .kind("email", email());

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

    private static Section<Email.Settings> email() {
        return Section.of("channel email", keys -> {
            var host = keys.required("host", Scalars.TEXT, "The SMTP server.");
            var port = keys.usual("port", Scalars.integer(1, 65_535), "587", "Its port.");
            var security = keys.usual(
                    "security", Scalars.word(Email.Security.class), "starttls", "How the connection is protected.");
            var username = keys.optional("username", Scalars.TEXT, "Signs in with it, only behind TLS.");
            var password = keys.optional("password", Scalars.SECRET, "Goes with it.");
            var from = keys.required("from", Scalars.TEXT, "The sender's address.");
            var to = keys.required(
                    "to", ListShape.oneOrMore(Scalars.TEXT, "an address, or a list of them"), "Who gets it.");
            keys.together("username", "password");
            return given -> new Email.Settings(
                    given.get(host),
                    given.get(port),
                    given.get(security),
                    given.maybe(username),
                    given.maybe(password),
                    given.get(from),
                    given.get(to));
        });
    }
}
