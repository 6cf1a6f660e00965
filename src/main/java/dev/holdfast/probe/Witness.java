package dev.holdfast.probe;

import dev.holdfast.observation.Peer;
import dev.holdfast.observation.Trouble;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// Sees the certificates of a handshake, and only then says whether they are trusted: what a peer showed is known
/// however the handshake ends.
final class Witness extends X509ExtendedTrustManager {
    private final @Nullable X509ExtendedTrustManager authorities;
    private volatile Peer.@Nullable Tls shown;

    /// @param authorities who decides, null to trust anybody
    Witness(@Nullable X509ExtendedTrustManager authorities) {
        this.authorities = authorities;
    }

    /// What the last handshake showed, null before there was one.
    Peer.@Nullable Tls shown() {
        return shown;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyType, Socket socket) throws CertificateException {
        var session = ((SSLSocket) socket).getHandshakeSession();
        judge(chain, keyType, session, trust -> trust.checkServerTrusted(chain, keyType, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyType, SSLEngine engine)
            throws CertificateException {
        var session = engine.getHandshakeSession();
        judge(chain, keyType, session, trust -> trust.checkServerTrusted(chain, keyType, engine));
    }

    private void judge(X509Certificate[] chain, String keyType, SSLSession session, Check check) throws Distrust {
        var seen = Certificates.shown(session.getProtocol(), chain);
        shown = seen;
        var objection = authorities == null
                ? Optional.<Trouble>empty()
                : objection(chain, keyType, session.getPeerHost(), check, authorities);
        if (objection.isPresent()) {
            throw new Distrust(objection.get(), seen);
        }
    }

    private static Optional<Trouble> objection(
            X509Certificate[] chain, String keyType, String host, Check check, X509ExtendedTrustManager authorities) {
        var now = Instant.now();
        // The JDK takes a certificate that is itself in the trust store at any date.
        var outOfDate = Certificates.outOfDate(chain[0], now);
        if (outOfDate.isPresent() || passes(check, authorities)) {
            return outOfDate;
        }
        return Optional.of(
                passes(trust -> trust.checkServerTrusted(chain, keyType), authorities)
                        ? Certificates.wrongHost(chain[0], host)
                        : Certificates.untrusted(List.of(chain), now));
    }

    private static boolean passes(Check check, X509ExtendedTrustManager authorities) {
        try {
            check.by(authorities);
            return true;
        } catch (CertificateException _) {
            return false;
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String keyType) throws CertificateException {
        throw new CertificateException("only in a handshake");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyType) throws CertificateException {
        throw new CertificateException("no server here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyType, Socket socket) throws CertificateException {
        checkClientTrusted(chain, keyType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String keyType, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, keyType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }

    /// One way to ask the authorities.
    @FunctionalInterface
    private interface Check {
        void by(X509ExtendedTrustManager authorities) throws CertificateException;
    }
}
