package dev.holdfast.probe;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// One wrapping of a body taken off. A failure stays: decoders look past the first one.
abstract class Unframed extends FilterInputStream {
    private @Nullable IOException failure;

    Unframed(InputStream wrapped) {
        super(wrapped);
    }

    /// Reads like [InputStream#read(byte[], int, int)].
    abstract int take(byte[] into, int offset, int length) throws IOException;

    @Override
    public final int read(byte[] into, int offset, int length) throws IOException {
        if (failure != null) {
            throw failure;
        }
        try {
            return take(into, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public final int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public final int available() {
        return 0;
    }
}
