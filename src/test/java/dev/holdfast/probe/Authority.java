package dev.holdfast.probe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// Makes keys and certificates anew for a test, by the JDK's keytool, and contexts of servers that show them.
final class Authority {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final Path folder;
    private final Path file;

    Authority(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("keys.p12");
    }

    /// Makes a key and its certificate.
    ///
    /// @param options what keytool is to be told besides
    Authority makes(String alias, String subject, String... options) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                alias,
                "-dname",
                "CN=" + subject,
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit",
                "-keystore",
                file.toString()));
        command.addAll(Arrays.asList(options));
        try {
            var keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (keytool.waitFor() != 0) {
                throw new AssertionError("keytool: " + said);
            }
            return this;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /// A server's context that shows the first `length` certificates of the chain of `alias`.
    SSLContext showing(String alias, int length) {
        try {
            var chain = Arrays.copyOf(keys().getCertificateChain(alias), length);
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, PASSWORD);
            store.setKeyEntry(alias, keys().getKey(alias, PASSWORD), PASSWORD, chain);
            var managers = KeyManagerFactory.getInstance("PKIX");
            managers.init(store, PASSWORD);
            var context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /// A PEM file with the certificate of `alias`.
    Path pem(String alias) {
        try {
            Certificate certificate = keys().getCertificate(alias);
            return Files.writeString(
                    folder.resolve(alias + ".pem"),
                    "-----BEGIN CERTIFICATE-----\n"
                            + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                            + "\n-----END CERTIFICATE-----\n");
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private KeyStore keys() throws GeneralSecurityException, IOException {
        return KeyStore.getInstance(file.toFile(), PASSWORD);
    }
}
