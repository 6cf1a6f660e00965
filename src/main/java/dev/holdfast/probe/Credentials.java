package dev.holdfast.probe;

import dev.holdfast.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The credentials of a configuration, each made once however many probes show it.
final class Credentials {
    private final Map<String, CredentialSettings> settings;
    private final Function<CredentialSettings.OAuth2, Tokens> tokens;
    private final Map<String, Credential> made = new ConcurrentHashMap<>();

    /// @param tokens where the tokens of a credential come from
    Credentials(Map<String, CredentialSettings> settings, Function<CredentialSettings.OAuth2, Tokens> tokens) {
        this.settings = Map.copyOf(settings);
        this.tokens = tokens;
    }

    /// The credential called `name`; none for null.
    Credential named(@Nullable String name) throws UnusableSettingsException {
        if (name == null) {
            return Credential.NONE;
        }
        var known = made.get(name);
        if (known != null) {
            return known;
        }
        var fresh = make(settings(name));
        var other = made.putIfAbsent(name, fresh);
        return other == null ? fresh : other;
    }

    /// The client certificate the credential called `name` is, null when it is something else.
    CredentialSettings.@Nullable MutualTls identity(@Nullable String name) throws UnusableSettingsException {
        return name != null && settings(name) instanceof CredentialSettings.MutualTls identity ? identity : null;
    }

    private CredentialSettings settings(String name) throws UnusableSettingsException {
        var found = settings.get(name);
        if (found == null) {
            throw new UnusableSettingsException(
                    "there is no credential \"" + name + "\"; define it under credentials, or take it out");
        }
        return found;
    }

    private Credential make(CredentialSettings settings) throws UnusableSettingsException {
        return switch (settings) {
            case CredentialSettings.Bearer it -> header("Authorization", "Bearer " + token(it.token()));
            case CredentialSettings.Basic it -> header("Authorization", basic(it.username(), token(it.password())));
            case CredentialSettings.Header it -> header(it.name(), token(it.value()));
            case CredentialSettings.OAuth2 it -> oauth2(it);
            case CredentialSettings.MutualTls _ -> Credential.NONE;
        };
    }

    private Credential oauth2(CredentialSettings.OAuth2 settings) throws UnusableSettingsException {
        try {
            return new OAuth2Credential(tokens.apply(settings), TokenEndpoint.name(settings));
        } catch (IllegalArgumentException e) {
            throw new UnusableSettingsException(
                    "the token_url " + e.getMessage() + "; give one like https://id.example.com/token");
        }
    }

    private static Credential header(String name, String value) throws UnusableSettingsException {
        FirstAsk.check(name, value);
        var proof = new Credential.Header(new Ask.Line(name, value));
        return _ -> proof;
    }

    /// The value of `Authorization: Basic`.
    static String basic(String username, String password) {
        var pair = username + ":" + password;
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /// A secret read from a file ends with a line break more often than not.
    private static String token(Secret secret) {
        return secret.reveal().strip();
    }
}
