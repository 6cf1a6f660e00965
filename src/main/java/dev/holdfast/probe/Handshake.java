package dev.holdfast.probe;

import dev.holdfast.observation.Peer;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/// One TLS handshake and what it showed.
///
/// Its context is its own: a shared one resumes sessions, and a server that resumes does not show its certificate.
final class Handshake {
    private final Witness witness;
    private final ShownKey key;
    private final TlsProfile profile;

    Handshake(TlsProfile profile) {
        this.profile = profile;
        witness = new Witness(profile.authorities());
        key = new ShownKey(profile.key());
    }

    /// TLS over `raw`, to be begun by the caller; closing it closes `raw`.
    SSLSocket over(Socket raw, Origin origin) throws IOException {
        var name = profile.serverName() == null ? origin.host() : profile.serverName();
        var socket = (SSLSocket) context().getSocketFactory().createSocket(raw, name, origin.port(), true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        return socket;
    }

    /// What was shown, null when the handshake did not get that far.
    Peer.@Nullable Tls shown() {
        return witness.shown();
    }

    /// Whether the peer asked for a client certificate.
    boolean wasAskedForCertificate() {
        return key.wasAskedFor();
    }

    /// A context that shows what it sees to this handshake.
    SSLContext context() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {key}, new TrustManager[] {witness}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
