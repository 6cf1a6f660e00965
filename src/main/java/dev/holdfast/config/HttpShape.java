package dev.holdfast.config;

import dev.holdfast.probe.HttpSettings;
import dev.holdfast.probe.HttpSettings.Client;
import dev.holdfast.probe.HttpSettings.Header;
import dev.holdfast.probe.HttpSettings.Redirects;
import dev.holdfast.probe.HttpSettings.Tls;
import dev.holdfast.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How a monitor asks.
final class HttpShape {
    private static final Pattern METHOD = Pattern.compile("[A-Z][A-Z0-9_-]*");
    private static final String CONTENT_TYPE = "Content-Type";

    private static final Shape<String> METHODS = Scalars.scalar(
            "an HTTP method",
            Schemas.pattern("[A-Z][A-Z0-9_-]*"),
            text -> Optional.of(text).filter(METHOD.asMatchPredicate().and(method -> !method.equals("CONNECT"))),
            "write it in capitals, such as POST; CONNECT opens a tunnel and cannot be probed");

    private static final Section<Tls> TLS = Section.of("tls", keys -> {
        var verify = keys.usual("verify", Scalars.BOOLEAN, "true", "Whether an invalid certificate fails the check.");
        var authorities = keys.optional(
                "ca_file", Scalars.FILE, "PEM certificates to trust instead of those the Java runtime brings.");
        var certificate = keys.optional("certificate_file", Scalars.FILE, "PEM certificate chain to present.");
        var key = keys.optional("key_file", Scalars.FILE, "Its private key, PEM, PKCS 8.");
        var name = keys.optional(
                "server_name", Scalars.TEXT, "The name to ask for and to verify instead of the URL's host.");
        keys.together("certificate_file", "key_file");
        return given -> new Tls(
                given.get(verify),
                given.maybe(authorities),
                given.maybe(certificate),
                given.maybe(key),
                given.maybe(name));
    });

    private HttpShape() {}

    static Function<Given, HttpSettings> declare(Keys keys, Names names) {
        var url = keys.required("url", Urls.ENDPOINT, "The endpoint.");
        var method = keys.usual("method", METHODS, "GET", "The HTTP method.");
        var headers = keys.usual(
                "headers", HeaderShape.HEADERS, "{}", "Sent as written; added to those of the defaults, name by name.");
        var body = keys.optional("body", Scalars.TEXT, "Sent as UTF-8.");
        var json = keys.optional(
                "json", JsonShape.JSON, "Sent as JSON, as `application/json` unless a header says otherwise.");
        keys.exclusive("body", "json");
        var credential = keys.optional("credentials", names.credential(), "The credential to present.");
        var client = keys.usual(
                "client",
                Scalars.word(Client.class),
                "exact",
                "Holdfast's own HTTP/1.1 exchange, or the JDK's client, which speaks HTTP/2.");
        var tls = keys.usual("tls", TLS, "{}", "How the peer is verified, and who we are to it.");
        var redirects =
                keys.usual("redirects", Scalars.word(Redirects.class), "never", "Which redirects are followed.");
        var timeout = keys.usual(
                "timeout",
                MonitorShape.POSITIVE,
                "10s",
                "The one deadline over everything, from name resolution to the last byte of the body.");
        keys.rule(client, given -> jdk(given.get(client), given.get(headers), given.get(tls)));
        return given -> new HttpSettings(
                given.get(method),
                given.get(url),
                given.maybe(json) == null ? given.get(headers) : typed(given.get(headers)),
                first(given.maybe(json), given.maybe(body)),
                given.maybe(credential),
                given.get(client),
                given.get(tls),
                given.get(redirects),
                given.get(timeout));
    }

    private static @Nullable String first(@Nullable String json, @Nullable String body) {
        return json == null ? body : json;
    }

    private static List<Header> typed(List<Header> headers) {
        if (headers.stream().anyMatch(header -> header.name().equalsIgnoreCase(CONTENT_TYPE))) {
            return headers;
        }
        var typed = new ArrayList<>(headers);
        typed.add(new Header(CONTENT_TYPE, new Secret("application/json")));
        return typed;
    }

    /// What the JDK's client offers no way to do.
    private static Optional<Complaint> jdk(Client client, List<Header> headers, Tls tls) {
        if (client != Client.JDK) {
            return Optional.empty();
        }
        if (tls.serverName() != null) {
            return Optional.of(new Complaint("the JDK's client cannot ask for another tls.server_name", "use exact"));
        }
        return Complaint.unless(
                headers.stream().noneMatch(header -> header.name().equalsIgnoreCase("Host")),
                "the JDK's client cannot send a Host of its own",
                "use exact");
    }
}
