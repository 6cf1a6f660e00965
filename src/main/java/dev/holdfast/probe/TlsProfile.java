package dev.holdfast.probe;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// How the peers of a probe are verified and what they are shown. Read from files once; shared and unchanging.
///
/// @param authorities whom to trust, null to trust anybody
/// @param key the client certificate, null for none
/// @param serverName the name to ask for and to verify, null for the URL's host
record TlsProfile(
        @Nullable X509ExtendedTrustManager authorities,
        @Nullable X509ExtendedKeyManager key,
        @Nullable String serverName) {

    private static final char[] NO_PASSWORD = {};

    /// As its settings say, showing `identity` when that is not null.
    static TlsProfile of(HttpSettings.Tls settings, CredentialSettings.@Nullable MutualTls identity)
            throws UnusableSettingsException {
        return new TlsProfile(
                settings.verify() ? authorities(settings) : null, key(settings, identity), settings.serverName());
    }

    /// For another origin: who we are, and what it was to be called, was meant for the first one only.
    TlsProfile elsewhere() {
        return key == null && serverName == null ? this : new TlsProfile(authorities, null, null);
    }

    private static X509ExtendedTrustManager authorities(HttpSettings.Tls settings) throws UnusableSettingsException {
        var file = settings.caFile();
        return trusting(file == null ? null : store(Pem.certificates(file)));
    }

    private static @Nullable X509ExtendedKeyManager key(
            HttpSettings.Tls settings, CredentialSettings.@Nullable MutualTls identity)
            throws UnusableSettingsException {
        if (identity != null) {
            return showing(Pem.certificates(identity.certificateFile()), Pem.key(identity.keyFile()));
        }
        var certificate = settings.certificateFile();
        var key = settings.keyFile();
        if (certificate == null && key == null) {
            return null;
        }
        if (certificate == null || key == null) {
            throw new UnusableSettingsException(
                    "tls has only one of certificate_file and key_file; a client certificate needs both");
        }
        return showing(Pem.certificates(certificate), Pem.key(key));
    }

    private static KeyStore store(List<X509Certificate> trusted) {
        try {
            var store = emptyStore();
            for (var i = 0; i < trusted.size(); i++) {
                store.setCertificateEntry("authority-" + i, trusted.get(i));
            }
            return store;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509ExtendedTrustManager trusting(@Nullable KeyStore store) {
        try {
            var factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(store);
            return only(X509ExtendedTrustManager.class, factory.getTrustManagers());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509ExtendedKeyManager showing(List<X509Certificate> chain, PrivateKey key)
            throws UnusableSettingsException {
        try {
            var store = emptyStore();
            store.setKeyEntry("holdfast", key, NO_PASSWORD, chain.toArray(X509Certificate[]::new));
            var factory = KeyManagerFactory.getInstance("PKIX");
            factory.init(store, NO_PASSWORD);
            return only(X509ExtendedKeyManager.class, factory.getKeyManagers());
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new UnusableSettingsException("the client certificate cannot be used (" + e.getMessage()
                    + "); give its whole chain, its own first");
        }
    }

    private static KeyStore emptyStore() throws GeneralSecurityException {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, NO_PASSWORD);
            return store;
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T only(Class<T> type, Object[] managers) {
        return Arrays.stream(managers)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }
}
