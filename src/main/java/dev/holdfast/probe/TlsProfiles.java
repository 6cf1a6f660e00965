package dev.holdfast.probe;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The TLS profiles of a configuration: the files of equal settings are read once, and their authorities held once.
final class TlsProfiles {
    private final Map<Key, TlsProfile> made = new HashMap<>();

    synchronized TlsProfile of(HttpSettings.Tls settings, CredentialSettings.@Nullable MutualTls identity)
            throws UnusableSettingsException {
        var key = new Key(settings, identity);
        var known = made.get(key);
        if (known != null) {
            return known;
        }
        var fresh = TlsProfile.of(settings, identity);
        made.put(key, fresh);
        return fresh;
    }

    /// The one that trusts whom the JDK trusts, and shows nothing.
    TlsProfile usual() {
        try {
            return of(HttpSettings.Tls.USUAL, null);
        } catch (UnusableSettingsException e) {
            throw new IllegalStateException("it names no file", e);
        }
    }

    private record Key(HttpSettings.Tls settings, CredentialSettings.@Nullable MutualTls identity) {}
}
