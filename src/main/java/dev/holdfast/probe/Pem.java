package dev.holdfast.probe;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/// Reads PEM files.
final class Pem {
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA", "RSASSA-PSS");

    private Pem() {}

    /// The certificates of `file`, at least one, in order.
    static List<X509Certificate> certificates(Path file) throws UnusableSettingsException {
        try {
            var found = CertificateFactory.getInstance("X.509").generateCertificates(bytes(file));
            if (found.isEmpty()) {
                throw new UnusableSettingsException(file + " holds no certificate; give a PEM file with one or more");
            }
            return found.stream().map(X509Certificate.class::cast).toList();
        } catch (GeneralSecurityException e) {
            throw new UnusableSettingsException(
                    file + " is not a PEM file of certificates (" + e.getMessage() + "); give one or more in PEM");
        }
    }

    /// The private key in `file`.
    static PrivateKey key(Path file) throws UnusableSettingsException {
        var text = new String(bytes(file).readAllBytes(), StandardCharsets.ISO_8859_1);
        var key = KEY.matcher(text);
        if (!key.find()) {
            throw new UnusableSettingsException(file + " holds no unencrypted PKCS 8 key; convert it with: "
                    + "openssl pkcs8 -topk8 -nocrypt -in " + file.getFileName() + " -out key.pem");
        }
        return key(file, Base64.getMimeDecoder().decode(key.group(1)));
    }

    private static PrivateKey key(Path file, byte[] encoded) throws UnusableSettingsException {
        for (var algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            } catch (GeneralSecurityException _) {
                // The file does not say which algorithm it is for: the next one may be.
            }
        }
        throw new UnusableSettingsException(
                file + " holds a private key of an unknown kind; give an RSA, EC or Ed25519 key");
    }

    private static ByteArrayInputStream bytes(Path file) throws UnusableSettingsException {
        try {
            return new ByteArrayInputStream(Files.readAllBytes(file));
        } catch (IOException _) {
            throw new UnusableSettingsException(
                    file + " cannot be read; check the path and that Holdfast's user may read it");
        }
    }
}
