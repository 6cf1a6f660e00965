package dev.holdfast.web;

import dev.holdfast.secret.Secret;
import io.javalin.http.Context;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lets a request change something only if it bears the admin token and does not come from another site's page.
final class AdminGate {
    private static final String SCHEME = "Bearer ";

    private final Optional<Secret> token;

    AdminGate(@Nullable Secret token) {
        this.token =
                Optional.ofNullable(token).filter(secret -> !secret.reveal().isBlank());
    }

    /// Returns when the request may go on.
    ///
    /// @throws Refusal when it may not
    void admit(Context request) {
        if (comesFromElsewhere(request)) {
            throw new Refusal(403, "a page of another site may not change anything here");
        }
        var expected = token.orElseThrow(() -> new Refusal(
                403,
                "changing anything needs an admin token, and none is configured: set web.admin_token and send it as"
                        + " Authorization: Bearer <token>"));
        if (!bears(expected, request.header("Authorization"))) {
            request.header("WWW-Authenticate", "Bearer realm=\"holdfast\"");
            throw new Refusal(401, "send the configured web.admin_token as Authorization: Bearer <token>");
        }
    }

    /// The time it takes does not tell how much of a guess was right.
    private static boolean bears(Secret expected, @Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        var given = authorization.substring(SCHEME.length()).strip();
        return MessageDigest.isEqual(bytes(expected.reveal()), bytes(given));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// Browsers name the site a request comes from; programs do not.
    private static boolean comesFromElsewhere(Context request) {
        var origin = request.header("Origin");
        return origin != null && !authority(origin).equalsIgnoreCase(request.header("Host"));
    }

    private static String authority(String origin) {
        try {
            return String.valueOf(new URI(origin).getAuthority());
        } catch (URISyntaxException malformed) {
            return "";
        }
    }
}
