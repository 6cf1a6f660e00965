package dev.holdfast.config;

import dev.holdfast.probe.HttpSettings;
import dev.holdfast.probe.HttpSettings.Client;
import dev.holdfast.probe.HttpSettings.Redirects;
import dev.holdfast.probe.HttpSettings.Tls;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/// An endpoint that is only asked when Holdfast doubts its own sight. Any answer will do.
final class CanaryShape {
    private static final Duration USUAL = Duration.ofSeconds(3);

    static final Shape<HttpSettings> SHAPE = new Forms<>(
            Urls.ENDPOINT.as(url -> settings(url, USUAL)),
            Section.of("canary", keys -> {
                var url = keys.required("url", Urls.ENDPOINT, "Any endpoint that has nothing to do with the monitors.");
                var timeout = keys.usual("timeout", MonitorShape.POSITIVE, "3s", "How long it may take to answer.");
                return given -> settings(given.get(url), given.get(timeout));
            }),
            null,
            "an http or https URL, or a mapping of url and timeout");

    private CanaryShape() {}

    private static HttpSettings settings(URI url, Duration timeout) {
        return new HttpSettings("GET", url, List.of(), null, null, Client.EXACT, Tls.USUAL, Redirects.NEVER, timeout);
    }
}
