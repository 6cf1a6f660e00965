package dev.holdfast.probe;

import java.time.InstantSource;
import java.util.Map;

/// Makes probes, and holds what they share. Cheap to make anew for a new configuration; a probe in flight when this is
/// closed still ends with its observation.
public final class Probes implements AutoCloseable {
    private final AddressGuard guard;
    private final Credentials credentials;
    private final TlsProfiles tls = new TlsProfiles();
    private final JdkClients clients = new JdkClients();
    private final Names names;
    private final Exchange exact;

    /// @param credentials by the names the settings of probes use
    /// @param guard asked about every address before it is contacted
    public Probes(Map<String, CredentialSettings> credentials, AddressGuard guard) {
        this(credentials, guard, new SystemResolver(), InstantSource.system());
    }

    Probes(Map<String, CredentialSettings> credentials, AddressGuard guard, Resolver resolver, InstantSource clock) {
        this.guard = guard;
        this.credentials = new Credentials(credentials, settings -> tokens(settings, resolver, clock));
        names = new Names(resolver, guard);
        exact = new ExactExchange(names, new Watchdog());
    }

    /// The probe for `settings`. Reads the files they name, now and not again.
    ///
    /// @throws UnusableSettingsException when there can be none, for example because a file cannot be read
    public Probe http(HttpSettings settings) throws UnusableSettingsException {
        var identity = credentials.identity(settings.credential());
        var first = FirstAsk.of(settings, tls.of(settings.tls(), identity));
        return new HttpProbe(
                first,
                new Redirection(settings.redirects()),
                credentials.named(settings.credential()),
                exchange(settings, first),
                settings.timeout());
    }

    /// Ends the clients nobody uses; those in use end after their last use.
    @Override
    public void close() {
        clients.close();
    }

    /// The operator chose the provider, so the guard is not asked.
    private Tokens tokens(CredentialSettings.OAuth2 settings, Resolver resolver, InstantSource clock) {
        var exchange = new JdkExchange(new Names(resolver, AddressGuard.allowAll()), clients);
        return new Tokens(new TokenEndpoint(settings, exchange, tls.usual(), clock), clock);
    }

    private Exchange exchange(HttpSettings settings, Ask first) throws UnusableSettingsException {
        return switch (settings.client()) {
            case EXACT -> exact;
            case JDK -> {
                refuseWhatJdkCannotKeep(settings);
                JdkExchange.check(first);
                yield new JdkExchange(names, clients);
            }
        };
    }

    private void refuseWhatJdkCannotKeep(HttpSettings settings) throws UnusableSettingsException {
        if (settings.tls().serverName() != null) {
            throw new UnusableSettingsException("client jdk cannot take tls.server_name; use client exact");
        }
        if (!guard.equals(AddressGuard.allowAll())) {
            throw new UnusableSettingsException(
                    "client jdk looks names up again by itself, past the address guard; use client exact");
        }
    }
}
