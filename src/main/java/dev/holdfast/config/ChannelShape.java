package dev.holdfast.config;

import dev.holdfast.alert.Alertmanager;
import dev.holdfast.alert.ChannelSettings;
import dev.holdfast.alert.Email;
import dev.holdfast.alert.Template;
import dev.holdfast.alert.Templated;
import dev.holdfast.alert.Webhook;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How on-call is told. A new kind is one line here and its keys below.
final class ChannelShape {
    private static final Complaint NO_TEMPLATE = new Complaint(
            "a program reads this channel, and its format is fixed", "take it out; templates are for what people read");

    private ChannelShape() {}

    static Shape<Wanted> of(Names names) {
        return new ByType<Wanted>("a channel")
                .kind("webhook", fixed("webhook", ChannelShape::webhook))
                .kind("alertmanager", fixed("alertmanager", ChannelShape::alertmanager))
                .kind("pagerduty", worded("pagerduty", ChatShape::pagerduty, names))
                .kind("slack", worded("slack", ChatShape::slack, names))
                .kind("teams", worded("teams", ChatShape::teams, names))
                .kind("discord", worded("discord", ChatShape::discord, names))
                .kind("telegram", worded("telegram", ChatShape::telegram, names))
                .kind("ntfy", worded("ntfy", ChatShape::ntfy, names))
                .kind("jsm", worded("jsm", ChatShape::jsm, names))
                .kind("email", worded("email", ChannelShape::email, names));
    }

    /// A channel, and the name of the template it wants its messages to be written by.
    record Wanted(ChannelSettings channel, @Nullable String template) {

        ChannelSettings by(Map<String, Template> templates) {
            var written = Optional.ofNullable(template).map(templates::get);
            return written.<ChannelSettings>map(one -> new Templated(channel, one))
                    .orElse(channel);
        }
    }

    /// A channel that people read.
    private static Section<Wanted> worded(
            String type, Function<Keys, Function<Given, ChannelSettings>> kind, Names names) {
        return Section.of("channel " + type, keys -> {
            var channel = kind.apply(keys);
            var template = keys.optional(
                    "template", names.template(), "How its messages are written, instead of the usual way.");
            return given -> new Wanted(channel.apply(given), given.maybe(template));
        });
    }

    /// A channel that programs read.
    private static Section<Wanted> fixed(String type, Function<Keys, Function<Given, ChannelSettings>> kind) {
        return Section.of("channel " + type, keys -> {
            keys.never("template", NO_TEMPLATE);
            var channel = kind.apply(keys);
            return given -> new Wanted(channel.apply(given), null);
        });
    }

    private static Function<Given, ChannelSettings> webhook(Keys keys) {
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
        var headers =
                keys.usual("headers", HeaderShape.named("a mapping of header names to values"), "{}", "Sent along.");
        return given ->
                new Webhook.Settings(given.get(url), given.maybe(secret), given.get(format), given.get(headers));
    }

    private static Function<Given, ChannelSettings> alertmanager(Keys keys) {
        var urls = keys.required(
                "url",
                ListShape.oneOrMore(Urls.ENDPOINT, "an http or https URL, or a list of them")
                        .where(list -> Complaint.unless(!list.isEmpty(), "is empty", "name every Alertmanager")),
                "Every Alertmanager of the cluster, without the path of its API.");
        var labels = keys.usual("labels", Labels.SHAPE, "{}", "Added to every alert.");
        var authorization = keys.optional(
                "authorization", HeaderShape.SECRET, "The value of the `Authorization` header, such as `Bearer abc`.");
        return given ->
                new Alertmanager.Settings(given.get(urls), Map.copyOf(given.get(labels)), given.maybe(authorization));
    }

    private static Function<Given, ChannelSettings> email(Keys keys) {
        var host = keys.required("host", Scalars.TEXT, "The SMTP server.");
        var port = keys.usual("port", Scalars.integer(1, 65_535), "587", "Its port.");
        var security = keys.usual(
                "security", Scalars.word(Email.Security.class), "starttls", "How the connection is protected.");
        var username = keys.optional("username", Scalars.TEXT, "Signs in with it, only behind TLS.");
        var password = keys.optional("password", Scalars.SECRET, "Goes with it.");
        var from = keys.required("from", Scalars.TEXT, "The sender's address.");
        var to =
                keys.required("to", ListShape.oneOrMore(Scalars.TEXT, "an address, or a list of them"), "Who gets it.");
        keys.together("username", "password");
        return given -> new Email.Settings(
                given.get(host),
                given.get(port),
                given.get(security),
                given.maybe(username),
                given.maybe(password),
                given.get(from),
                given.get(to));
    }
}
