package dev.holdfast.config;

import dev.holdfast.alert.ChannelSettings;
import dev.holdfast.probe.CredentialSettings;
import dev.holdfast.store.StoreSettings;
import dev.holdfast.web.WebSettings;
import java.util.List;
import java.util.Map;

/// A whole configuration, checked.
///
/// @param monitors in the order of the file, names unique
public record Settings(
        List<Monitor> monitors,
        Map<String, ChannelSettings> channels,
        Map<String, CredentialSettings> credentials,
        WebSettings web,
        StoreSettings store) {

    public Settings {
        monitors = List.copyOf(monitors);
        channels = Map.copyOf(channels);
        credentials = Map.copyOf(credentials);
    }

    /// The same, watching only `some`.
    public Settings watching(List<Monitor> some) {
        return new Settings(some, channels, credentials, web, store);
    }

    /// The same, listening at another port.
    public Settings listeningAt(int port) {
        var there = new WebSettings(web.host(), port, web.adminToken(), web.externalUrl());
        return new Settings(monitors, channels, credentials, there, store);
    }
}
