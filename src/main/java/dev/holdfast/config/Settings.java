package dev.holdfast.config;

import dev.holdfast.alert.ChannelSettings;
import dev.holdfast.diagnosis.Signature;
import dev.holdfast.incident.Maintenance;
import dev.holdfast.incident.Silence;
import dev.holdfast.probe.CredentialSettings;
import dev.holdfast.probe.HttpSettings;
import dev.holdfast.store.StoreSettings;
import dev.holdfast.web.WebSettings;
import java.util.List;
import java.util.Map;

/// A whole configuration, checked.
///
/// @param monitors in the order of the file, names unique
/// @param maintenance the planned work
/// @param silences silences that stand in the file
/// @param canaries endpoints that are only asked when Holdfast doubts its own sight
/// @param signatures of the user's own, in the order of the file, names unique
public record Settings(
        List<Monitor> monitors,
        Map<String, ChannelSettings> channels,
        Map<String, CredentialSettings> credentials,
        List<Maintenance> maintenance,
        List<Silence> silences,
        List<HttpSettings> canaries,
        WebSettings web,
        StoreSettings store,
        List<Signature> signatures) {

    public Settings {
        monitors = List.copyOf(monitors);
        channels = Map.copyOf(channels);
        credentials = Map.copyOf(credentials);
        maintenance = List.copyOf(maintenance);
        silences = List.copyOf(silences);
        canaries = List.copyOf(canaries);
        signatures = List.copyOf(signatures);
    }

    /// The same, watching only `some`.
    public Settings watching(List<Monitor> some) {
        return new Settings(some, channels, credentials, maintenance, silences, canaries, web, store, signatures);
    }

    /// The same, with other signatures of the user's own.
    public Settings knowing(List<Signature> others) {
        return new Settings(monitors, channels, credentials, maintenance, silences, canaries, web, store, others);
    }

    /// The same, listening at another port.
    public Settings listeningAt(int port) {
        var there = new WebSettings(web.host(), port, web.adminToken(), web.externalUrl());
        return new Settings(monitors, channels, credentials, maintenance, silences, canaries, there, store, signatures);
    }
}
