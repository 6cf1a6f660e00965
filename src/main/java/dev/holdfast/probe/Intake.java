package dev.holdfast.probe;

import dev.holdfast.observation.Body;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/// Keeps the beginning of a body; what it has kept stays when reading fails.
final class Intake {
    /// As much of a body as is kept; reading stops there.
    static final int CAP = 64 * 1024;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream(1024);
    private boolean truncated;

    /// Reads to the end or the cap.
    void take(InputStream content) throws IOException {
        var piece = new byte[8 * 1024];
        for (var read = content.read(piece); read >= 0; read = content.read(piece)) {
            keep(piece, read);
            if (truncated) {
                return;
            }
        }
    }

    /// Notes that there was more than [#take] was given.
    void wasCutOff() {
        truncated = true;
    }

    boolean isTruncated() {
        return truncated;
    }

    Body body() {
        return new Body(kept.toByteArray(), truncated);
    }

    private void keep(byte[] piece, int length) {
        var fits = Math.min(length, CAP - kept.size());
        kept.write(piece, 0, fits);
        truncated = fits < length;
    }
}
