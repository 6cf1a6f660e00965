package dev.holdfast.config;

import dev.holdfast.alert.ChannelSettings;
import dev.holdfast.diagnosis.Signature;
import dev.holdfast.probe.CredentialSettings;
import dev.holdfast.store.StoreSettings;
import dev.holdfast.web.WebSettings;
import java.util.List;
import java.util.Map;

/// A whole configuration, checked.
///
/// @param monitors in the order of the file, names unique
/// @param signatures of the user's own, in the order of the file, names unique
public record Settings(
        List<Monitor> monitors,
        Map<String, ChannelSettings> channels,
        Map<String, CredentialSettings> credentials,
        WebSettings web,
        StoreSettings store,
        List<Signature> signatures) {

    public Settings {
        monitors = List.copyOf(monitors);
        channels = Map.copyOf(channels);
        credentials = Map.copyOf(credentials);
        signatures = List.copyOf(signatures);
    }

    /// The same, watching only `some`.
    public Settings watching(List<Monitor> some) {
        return new Settings(some, channels, credentials, web, store, signatures);
    }

    /// The same, with other signatures of the user's own.
    public Settings knowing(List<Signature> others) {
        return new Settings(monitors, channels, credentials, web, store, others);
    }

    /// The same, listening at another port.
    public Settings listeningAt(int port) {
        return new Settings(
                monitors,
                channels,
                credentials,
                new WebSettings(web.host(), port, web.adminToken()),
                store,
                signatures);
    }
}
