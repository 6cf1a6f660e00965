package dev.holdfast.incident;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Short stable ids made from what they identify, so that deciding needs no randomness and a repeated decision
/// makes the same id.
final class Digest {
    private static final int CHARACTERS = 20;

    private Digest() {}

    static String of(String... parts) {
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\u0000", parts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, CHARACTERS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
