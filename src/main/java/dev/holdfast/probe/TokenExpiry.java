package dev.holdfast.probe;

import dev.holdfast.secret.Secret;
import dev.holdfast.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When a credential expires that says so itself.
public final class TokenExpiry {
    private static final int PARTS = 3;

    /// What of a token matters here.
    private record Claims(@Nullable Long exp) {}

    private TokenExpiry() {}

    /// The `exp` of a bearer token that is a JSON Web Token (RFC 7519); empty for every other credential. The token is
    /// read, not verified.
    public static Optional<Instant> of(CredentialSettings credential) {
        return switch (credential) {
            case CredentialSettings.Bearer(Secret token) -> expiry(token.reveal());
            case CredentialSettings.Basic _,
                    CredentialSettings.Header _,
                    CredentialSettings.OAuth2 _,
                    CredentialSettings.MutualTls _ -> Optional.empty();
        };
    }

    private static Optional<Instant> expiry(String token) {
        var parts = token.split("\\.", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            var claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            return Optional.ofNullable(Json.read(claims, Claims.class).exp()).map(Instant::ofEpochSecond);
        } catch (RuntimeException noToken) {
            return Optional.empty();
        }
    }
}
