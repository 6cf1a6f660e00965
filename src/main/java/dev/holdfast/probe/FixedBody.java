package dev.holdfast.probe;

import dev.holdfast.observation.Trouble.Kind;
import java.io.IOException;
import java.io.InputStream;

/// A body of a declared length.
final class FixedBody extends Unframed {
    private final long declared;
    private long left;

    FixedBody(InputStream wire, long declared) {
        super(wire);
        this.declared = declared;
        left = declared;
    }

    @Override
    int take(byte[] into, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        var read = in.read(into, offset, (int) Math.min(length, left));
        if (read < 0) {
            throw new Cut(
                    Kind.BODY_TRUNCATED, "the body ends after " + (declared - left) + " of " + declared + " bytes");
        }
        left -= read;
        return read;
    }
}
