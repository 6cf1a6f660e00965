package dev.holdfast.daemon;

import dev.holdfast.config.Settings;
import dev.holdfast.probe.TokenExpiry;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// When the credentials of the configuration of the moment expire, those that say so.
final class Expiries {
    private volatile Map<String, Instant> byCredential = Map.of();

    void follow(Settings settings) {
        var known = new HashMap<String, Instant>();
        settings.credentials()
                .forEach((name, credential) -> TokenExpiry.of(credential).ifPresent(at -> known.put(name, at)));
        byCredential = Map.copyOf(known);
    }

    Map<String, Instant> byCredential() {
        return byCredential;
    }
}
