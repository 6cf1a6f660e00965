package dev.holdfast.probe;

import dev.holdfast.observation.Peer;
import dev.holdfast.observation.Trouble;
import dev.holdfast.observation.Trouble.Kind;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/// The few shared clients of `java.net.http`, one for each way to verify peers.
///
/// A peer that breaks the protocol leaves its connection open in the client, with what it sent (measured: 132 of 1,000
/// still open, 137 MB held). Such an origin gets a client of its own for each probe, which is ended afterwards.
final class JdkClients implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<TlsProfile, HttpClient> shared = new ConcurrentHashMap<>();
    private final Set<Origin> rude = ConcurrentHashMap.newKeySet();

    /// A client for one exchange.
    final class Lease implements AutoCloseable {
        private final HttpClient client;
        private final Origin origin;
        private final boolean single;

        private Lease(HttpClient client, Origin origin, boolean single) {
            this.client = client;
            this.origin = origin;
            this.single = single;
        }

        HttpClient client() {
            return client;
        }

        /// The exchange ended by `trouble`.
        void returned(Trouble trouble) {
            if (trouble.kind() == Kind.MALFORMED_RESPONSE || trouble.kind() == Kind.HEADERS_TOO_LARGE) {
                rude.add(origin);
            }
        }

        @Override
        public void close() {
            if (single) {
                client.shutdownNow();
            }
        }
    }

    Lease lease(Origin origin, TlsProfile tls) {
        return rude.contains(origin)
                ? new Lease(open(tls), origin, true)
                : new Lease(shared.computeIfAbsent(tls, this::open), origin, false);
    }

    /// A client for token providers, verified as usual.
    HttpClient forProviders() {
        return open(null);
    }

    private HttpClient open(@Nullable TlsProfile tls) {
        var client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(threads);
        return tls == null ? client.build() : client.sslContext(context(tls)).build();
    }

    private static SSLContext context(TlsProfile tls) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(
                    new KeyManager[] {new ShownKey(tls.key())},
                    new TrustManager[] {new Witness(tls.authorities())},
                    null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// What a handshake showed.
    static Peer.Tls shown(SSLSession session) {
        try {
            var chain = Arrays.stream(session.getPeerCertificates())
                    .filter(X509Certificate.class::isInstance)
                    .map(X509Certificate.class::cast)
                    .map(Certificates::shown)
                    .toList();
            return new Peer.Tls(session.getProtocol(), chain);
        } catch (SSLPeerUnverifiedException nobody) {
            return new Peer.Tls(session.getProtocol(), List.of());
        }
    }

    @Override
    public void close() {
        shared.values().forEach(HttpClient::shutdown);
    }
}
