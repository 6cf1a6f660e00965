package dev.holdfast.probe;

import dev.holdfast.observation.Trouble;
import java.security.cert.CertificateException;

/// A certificate chain that is not accepted, and why. Its way through the JDK's TLS is that of an exception.
final class Distrust extends CertificateException {
    private static final long serialVersionUID = 1;
    private final transient Trouble trouble;

    Distrust(Trouble trouble) {
        super(trouble.detail());
        this.trouble = trouble;
    }

    Trouble trouble() {
        return trouble;
    }
}
