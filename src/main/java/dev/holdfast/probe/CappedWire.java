package dev.holdfast.probe;

import dev.holdfast.observation.Trouble.Kind;
import java.io.IOException;
import java.io.InputStream;

/// Stops a body that sends much and holds little: endless chunk extensions, empty compressed blocks.
final class CappedWire extends Unframed {
    /// A body that fits its own cap needs less in any framing or coding that makes sense.
    static final int CAP = 8 * Intake.CAP;

    private int left = CAP;

    CappedWire(InputStream wire) {
        super(wire);
    }

    @Override
    int take(byte[] into, int offset, int length) throws IOException {
        if (left == 0) {
            throw new Cut(Kind.MALFORMED_RESPONSE, "the body is almost nothing but framing");
        }
        var read = in.read(into, offset, Math.min(length, left));
        left -= Math.max(read, 0);
        return read;
    }

    /// Leaves the connection open: it belongs to whoever opened it.
    @Override
    public void close() {}
}
