package dev.holdfast.alert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A certificate for 127.0.0.1, made anew for each run, and those who trust it.
final class Trust {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final SSLContext CONTEXT = make();

    private Trust() {}

    static SSLContext ofTests() {
        return CONTEXT;
    }

    private static SSLContext make() {
        try {
            var store = keys();
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD);
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException | InterruptedException e) {
            throw new IllegalStateException("no certificate for the tests", e);
        }
    }

    private static KeyStore keys() throws IOException, InterruptedException, GeneralSecurityException {
        var folder = Files.createTempDirectory("trust");
        var file = folder.resolve("keys.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        new ProcessBuilder((keytool + " -genkeypair -alias test -keyalg EC -dname CN=localhost -ext san=ip:127.0.0.1"
                                + " -validity 2 -storetype PKCS12 -storepass changeit -keystore " + file)
                        .split(" "))
                .start()
                .waitFor();
        try {
            return KeyStore.getInstance(file.toFile(), PASSWORD);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }
}
