package dev.holdfast.alert;

import dev.holdfast.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The signature of Standard Webhooks: an HMAC-SHA256 over id, time of the attempt and body.
final class Signature {
    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /// @throws IllegalArgumentException when `secret` is empty, or claims to be Base64 and is not
    Signature(Secret secret) {
        this.key = new SecretKeySpec(bytes(secret.reveal()), ALGORITHM);
    }

    String of(String id, Instant at, String body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            var signed = (id + "." + at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8);
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
        }
    }

    private static byte[] bytes(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return checked(secret.getBytes(StandardCharsets.UTF_8));
        }
        try {
            return checked(Base64.getDecoder().decode(secret.substring(PREFIX.length())));
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException("the secret begins with whsec_, but what follows is not Base64");
        }
    }

    private static byte[] checked(byte[] key) {
        if (key.length == 0) {
            throw new IllegalArgumentException("the secret is empty: leave it out to send no signature");
        }
        return key;
    }
}
