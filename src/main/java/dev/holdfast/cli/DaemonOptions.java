package dev.holdfast.cli;

import dev.holdfast.config.Config;
import dev.holdfast.config.Environment;
import dev.holdfast.config.Loaded;
import dev.holdfast.secret.Secret;
import dev.holdfast.web.WebSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Says which running daemon a command talks to, and by what right.
final class DaemonOptions {
    private static final String USUAL = "http://127.0.0.1:8080";

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Where the daemon is (default: web.listen of -c FILE, HOLDFAST_URL, web.listen of"
                    + " config/holdfast.yml, or " + USUAL + ").")
    private @Nullable String url;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "The daemon's admin token (default: HOLDFAST_ADMIN_TOKEN, or web.admin_token of the"
                    + " configuration).")
    private @Nullable String token;

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "The daemon's configuration, to take address and token from.")
    private @Nullable Path file;

    private final Environment environment = Environment.system();

    /// The daemon that is meant.
    Daemon daemon() {
        var web = web();
        return new Daemon(address(web), token(web));
    }

    /// What the configuration says. One that was named has to be right; the usual one may be missing or unfinished.
    private Optional<WebSettings> web() {
        if (file != null) {
            return Optional.of(Wanted.settings(file).web());
        }
        return Files.exists(Wanted.USUAL) && Config.load(Wanted.USUAL, environment) instanceof Loaded.Good good
                ? Optional.of(good.settings().web())
                : Optional.empty();
    }

    private String address(Optional<WebSettings> web) {
        return Optional.ofNullable(url)
                .or(() -> file == null ? given("HOLDFAST_URL") : Optional.empty())
                .map(DaemonOptions::checked)
                .or(() -> web.filter(settings -> settings.port() != 0).map(DaemonOptions::address))
                .orElse(USUAL);
    }

    private Optional<Secret> token(Optional<WebSettings> web) {
        return Optional.ofNullable(token)
                .or(() -> given("HOLDFAST_ADMIN_TOKEN"))
                .map(Secret::new)
                .or(() -> web.flatMap(settings -> Optional.ofNullable(settings.adminToken())))
                .filter(secret -> !secret.reveal().isBlank());
    }

    private Optional<String> given(String variable) {
        return environment.variable(variable).filter(value -> !value.isBlank());
    }

    /// An address to listen at everywhere is reached at this machine.
    private static String address(WebSettings web) {
        var host = switch (web.host()) {
            case "0.0.0.0", "::", "[::]", "" -> "127.0.0.1";
            default -> web.host();
        };
        return "http://" + (host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host) + ":" + web.port();
    }

    private static String checked(String url) {
        try {
            var parsed = new URI(url);
            if (parsed.getHost() != null && ("" + parsed.getScheme()).matches("https?")) {
                return url.replaceFirst("/+$", "");
            }
        } catch (URISyntaxException malformed) {
            // told below
        }
        throw Refusal.usage("\"" + url + "\" is no address of a daemon: write it such as " + USUAL);
    }
}
