package dev.holdfast.probe;

import dev.holdfast.observation.Trouble;
import java.io.IOException;

/// Ends an exchange from within, the way a socket ends it from without. Never leaves the exchange.
final class Cut extends IOException {
    private static final long serialVersionUID = 1;
    private final transient Trouble trouble;

    Cut(Trouble.Kind kind, String detail) {
        super(detail);
        trouble = new Trouble(kind, detail);
    }

    Trouble trouble() {
        return trouble;
    }
}
