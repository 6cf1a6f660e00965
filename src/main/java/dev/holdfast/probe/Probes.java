package dev.holdfast.probe;

import java.util.Map;

/// Makes probes, and holds what they share. Cheap to make anew for a new configuration; a probe in flight when this is
/// closed still ends with its observation.
public final class Probes implements AutoCloseable {
    private final Credentials credentials;
    private final Exchange exact;

    /// @param credentials by the names the settings of probes use
    /// @param guard asked about every address before it is contacted
    public Probes(Map<String, CredentialSettings> credentials, AddressGuard guard) {
        this(credentials, guard, new SystemResolver());
    }

    Probes(Map<String, CredentialSettings> credentials, AddressGuard guard, Resolver resolver) {
        this.credentials = new Credentials(credentials);
        exact = new ExactExchange(new Names(resolver, guard), new Watchdog());
    }

    /// The probe for `settings`. Reads the files they name, now and not again.
    ///
    /// @throws UnusableSettingsException when there can be none, for example because a file cannot be read
    public Probe http(HttpSettings settings) throws UnusableSettingsException {
        var identity = credentials.identity(settings.credential());
        return new HttpProbe(
                FirstAsk.of(settings, TlsProfile.of(settings.tls(), identity)),
                new Redirection(settings.redirects()),
                credentials.named(settings.credential()),
                exact,
                settings.timeout());
    }

    @Override
    public void close() {}
}
