package dev.holdfast.probe;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes probes, and holds what they share. Cheap to make anew for a new configuration; a probe in flight when this is
/// closed still ends with its observation.
public final class Probes implements AutoCloseable {
    private final Map<String, CredentialSettings> settings;
    private final Map<String, Credential> tokens = new HashMap<>();
    private final JdkClients clients = new JdkClients();
    private final Exchange exact;
    private final Exchange jdk;

    /// @param credentials by the names the settings of probes use
    /// @param guard asked about every address before it is contacted
    public Probes(Map<String, CredentialSettings> credentials, AddressGuard guard) {
        this(credentials, guard, new SystemResolver());
    }

    Probes(Map<String, CredentialSettings> credentials, AddressGuard guard, Resolver resolver) {
        var names = new Names(resolver, guard);
        var watchdog = new Watchdog();
        settings = Map.copyOf(credentials);
        exact = new ExactExchange(names, watchdog);
        jdk = new JdkExchange(names, watchdog, clients);
    }

    /// The probe for `asked`. Reads the files it names, now and not again.
    ///
    /// @throws UnusableSettingsException when there can be none, for example because a file cannot be read
    public Probe http(HttpSettings asked) throws UnusableSettingsException {
        var identity = asked.credential() == null ? null : settings.get(asked.credential());
        if (asked.credential() != null && identity == null) {
            throw new UnusableSettingsException("there is no credential " + asked.credential());
        }
        var tls = TlsProfile.of(asked.tls(), identity instanceof CredentialSettings.MutualTls shown ? shown : null);
        return new HttpProbe(
                FirstAsk.of(asked, tls),
                new Redirection(asked.redirects()),
                credential(asked.credential(), identity),
                asked.client() == HttpSettings.Client.JDK ? jdk : exact,
                asked.timeout());
    }

    private Credential credential(@Nullable String name, @Nullable CredentialSettings identity)
            throws UnusableSettingsException {
        return switch (identity) {
            case null -> Credential.NONE;
            case CredentialSettings.MutualTls _ -> Credential.NONE;
            case CredentialSettings.Bearer it ->
                Credential.header("Authorization", "Bearer " + it.token().reveal());
            case CredentialSettings.Basic it ->
                Credential.header(
                        "Authorization",
                        Credential.basic(it.username(), it.password().reveal()));
            case CredentialSettings.Header it ->
                Credential.header(it.name(), it.value().reveal());
            case CredentialSettings.OAuth2 it -> token(String.valueOf(name), it);
        };
    }

    /// One token for all who show it.
    private synchronized Credential token(String name, CredentialSettings.OAuth2 provider) {
        return tokens.computeIfAbsent(name, _ -> new OAuthToken(provider, clients.forProviders()));
    }

    @Override
    public void close() {
        clients.close();
    }
}
