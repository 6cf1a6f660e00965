package dev.holdfast.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class TokenExpiryTest {

    @Test
    void aJsonWebTokenSaysWhenItExpires() {
        assertThat(TokenExpiry.of(bearer("{\"sub\":\"admin\",\"exp\":1767225600}")))
                .contains(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void whatIsNoTokenOrDoesNotSayHasNoExpiry() {
        assertThat(TokenExpiry.of(bearer("{\"sub\":\"admin\"}"))).isEmpty();
        assertThat(TokenExpiry.of(bearer("{\"exp\":\"soon\"}"))).isEmpty();
        assertThat(TokenExpiry.of(new CredentialSettings.Bearer(new Secret("ghp_0123"))))
                .isEmpty();
        assertThat(TokenExpiry.of(new CredentialSettings.Bearer(new Secret("a.%%%.c"))))
                .isEmpty();
        assertThat(TokenExpiry.of(new CredentialSettings.Basic("admin", new Secret("a.b.c"))))
                .isEmpty();
    }

    private static CredentialSettings bearer(String claims) {
        var payload = Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        return new CredentialSettings.Bearer(new Secret("eyJhbGciOiJub25lIn0." + payload + "."));
    }
}
