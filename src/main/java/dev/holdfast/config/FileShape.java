package dev.holdfast.config;

import dev.holdfast.alert.ChannelSettings;
import dev.holdfast.alert.Template;
import dev.holdfast.store.StoreSettings;
import dev.holdfast.web.WebSettings;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A whole configuration.
final class FileShape {
    /// What identifies a monitor, and so cannot stand under `defaults`.
    private static final List<String> ITS_OWN = List.of("name", "url");

    private static final String[] LATER = {"groups", "modules", "deployments", "logging"};

    private static final Shape<InetSocketAddress> LISTEN = Scalars.scalar(
            "an address to listen at",
            Schemas.of("string"),
            Addresses::parse,
            "write host and port, such as 127.0.0.1:8080, or :8080 for every address");

    private static final Section<WebSettings> WEB = Section.of("web", keys -> {
        var listen = keys.usual("listen", LISTEN, "127.0.0.1:8080", "Host and port of pages, API and metrics.");
        var token = keys.optional(
                "admin_token",
                HeaderShape.SECRET,
                "What a request that changes something has to bear; without it all such requests are refused.");
        var external = keys.optional(
                "external_url",
                Urls.ENDPOINT,
                "Where people reach the pages, for the links in messages; without it messages have none.");
        return given -> new WebSettings(
                given.get(listen).getHostString(),
                given.get(listen).getPort(),
                given.maybe(token),
                given.maybe(external));
    });

    private static final Section<StoreSettings> STORE = Section.of("store", keys -> {
        var url = keys.usual(
                "url",
                new StoreUrl(),
                "jdbc:sqlite:data/holdfast.db",
                "A JDBC URL: `jdbc:sqlite:` and a file, or `jdbc:postgresql:` and a database.");
        var retention = keys.usual(
                "retention", MonitorShape.POSITIVE, "30d", "How long checks and resolved incidents are kept.");
        return given -> new StoreSettings(given.get(url), given.get(retention));
    });

    private FileShape() {}

    static Section<Settings> of(Names names) {
        var monitor = MonitorShape.of(names);
        return Section.of("configuration", keys -> {
            keys.optional("defaults", defaults(monitor), "What holds for every monitor that says nothing else.");
            var channels = keys.usual(
                    "channels",
                    new MapShape<>(Names::complaint, ChannelShape.of(names), "names and channels"),
                    "{}",
                    "Who is told.");
            var templates = keys.usual(
                    "templates",
                    new MapShape<>(Names::complaint, TemplateShape.SHAPE, "names and templates"),
                    "{}",
                    "How messages are written, for channels that name one of them.");
            var credentials = keys.usual(
                    "credentials",
                    new MapShape<>(Names::complaint, CredentialShape.SHAPE, "names and credentials"),
                    "{}",
                    "Who monitors show to be.");
            var monitors =
                    keys.usual("monitors", ListShape.of(monitor, "a list of monitors"), "[]", "What is watched.");
            var maintenance = keys.usual(
                    "maintenance",
                    ListShape.of(WorkShape.of(names), "a list of planned work"),
                    "[]",
                    "Planned work: while it lasts, what breaks opens no incident.");
            var silences = keys.usual(
                    "silences",
                    ListShape.of(SilenceShape.of(names), "a list of silences"),
                    "[]",
                    "Monitors of which nobody is told for a while.");
            var canaries = keys.usual(
                    "canaries",
                    ListShape.of(CanaryShape.SHAPE, "a list of http or https URLs, or mappings of url and timeout"),
                    "[]",
                    "Asked when endpoints of several domains stop answering together: when they do not answer either, "
                            + "Holdfast itself has no network.");
            var web = keys.usual("web", WEB, "{}", "Where pages, API and metrics are served.");
            var store = keys.usual("store", STORE, "{}", "Where Holdfast remembers.");
            var signatures = keys.usual(
                    "signatures",
                    ListShape.of(SignatureShape.SHAPE, "a list of signatures"),
                    "[]",
                    "How your services say why they fail; asked before what is built in.");
            keys.later(LATER);
            return given -> new Settings(
                    given.get(monitors),
                    by(given.get(templates), given.get(channels)),
                    given.get(credentials),
                    given.get(maintenance),
                    given.get(silences),
                    given.get(canaries),
                    given.get(web),
                    given.get(store),
                    given.get(signatures));
        });
    }

    private static Map<String, ChannelSettings> by(
            Map<String, Template> templates, Map<String, ChannelShape.Wanted> channels) {
        return channels.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, channel -> channel.getValue().by(templates)));
    }

    static Section<Given> defaults(Section<Monitor> monitor) {
        return monitor.open("defaults", ITS_OWN);
    }
}
