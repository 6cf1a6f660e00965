package dev.holdfast.probe;

import dev.holdfast.observation.Peer;
import dev.holdfast.observation.Trouble;
import java.security.cert.CertificateException;

/// A certificate chain that is not accepted, and why. Its way through the JDK's TLS is that of an exception.
final class Distrust extends CertificateException {
    private static final long serialVersionUID = 1;
    private final transient Trouble trouble;
    private final transient Peer.Tls shown;

    Distrust(Trouble trouble, Peer.Tls shown) {
        super(trouble.detail());
        this.trouble = trouble;
        this.shown = shown;
    }

    /// What is not accepted.
    Peer.Tls shown() {
        return shown;
    }

    Trouble trouble() {
        return trouble;
    }
}
