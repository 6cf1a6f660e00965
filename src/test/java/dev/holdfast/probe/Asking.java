package dev.holdfast.probe;

import dev.holdfast.observation.Answered;
import dev.holdfast.observation.NotTried;
import dev.holdfast.observation.Observation;
import dev.holdfast.observation.Unanswered;
import dev.holdfast.secret.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Settings for a test, from the usual ones: `Asking.of(url).posting("{}").within(ofMillis(300))`.
record Asking(HttpSettings settings) {
    /// Long enough never to matter.
    private static final Duration PLENTY = Duration.ofSeconds(10);

    static Asking of(URI url) {
        return new Asking(new HttpSettings(
                "GET",
                url,
                List.of(),
                null,
                null,
                HttpSettings.Client.EXACT,
                HttpSettings.Tls.USUAL,
                HttpSettings.Redirects.NEVER,
                PLENTY));
    }

    Asking method(String method) {
        return with(method, settings.headers(), settings.body(), settings.credential());
    }

    Asking posting(String body) {
        return with("POST", settings.headers(), body, settings.credential());
    }

    Asking header(String name, String value) {
        var headers = new ArrayList<>(settings.headers());
        headers.add(new HttpSettings.Header(name, new Secret(value)));
        return with(settings.method(), headers, settings.body(), settings.credential());
    }

    Asking as(String credential) {
        return with(settings.method(), settings.headers(), settings.body(), credential);
    }

    Asking by(HttpSettings.Client client) {
        return with(client, settings.tls(), settings.redirects(), settings.timeout());
    }

    Asking tls(HttpSettings.Tls tls) {
        return with(settings.client(), tls, settings.redirects(), settings.timeout());
    }

    Asking redirects(HttpSettings.Redirects redirects) {
        return with(settings.client(), settings.tls(), redirects, settings.timeout());
    }

    Asking within(Duration timeout) {
        return with(settings.client(), settings.tls(), settings.redirects(), timeout);
    }

    private Asking with(
            String method, List<HttpSettings.Header> headers, @Nullable String body, @Nullable String credential) {
        return new Asking(new HttpSettings(
                method,
                settings.url(),
                headers,
                body,
                credential,
                settings.client(),
                settings.tls(),
                settings.redirects(),
                settings.timeout()));
    }

    private Asking with(
            HttpSettings.Client client, HttpSettings.Tls tls, HttpSettings.Redirects redirects, Duration timeout) {
        return new Asking(new HttpSettings(
                settings.method(),
                settings.url(),
                settings.headers(),
                settings.body(),
                settings.credential(),
                client,
                tls,
                redirects,
                timeout));
    }

    /// Probes once, with nothing shared.
    Observation probe() {
        try (var probes = new Probes(Map.of(), AddressGuard.allowAll())) {
            return by(probes);
        }
    }

    Observation by(Probes probes) {
        try {
            return probes.http(settings).probe();
        } catch (UnusableSettingsException e) {
            throw new AssertionError(e);
        }
    }

    Answered answer() {
        return (Answered) probe();
    }

    Unanswered silence() {
        return (Unanswered) probe();
    }

    NotTried refusal() {
        return (NotTried) probe();
    }
}
