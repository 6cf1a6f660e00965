package dev.holdfast.observation;

import java.util.Arrays;

/// The kept beginning of a response body, with transfer and content coding already taken off.
public final class Body {

    /// No body.
    public static final Body EMPTY = new Body(new byte[0], false);

    private final byte[] bytes;
    private final boolean truncated;

    /// Takes over `bytes`: whoever makes a body must not change them afterwards.
    ///
    /// @param bytes at most the probe's cap
    /// @param truncated whether more was sent than is kept
    public Body(byte[] bytes, boolean truncated) {
        this.bytes = bytes;
        this.truncated = truncated;
    }

    /// A copy of the bytes.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// How many bytes are kept.
    public int size() {
        return bytes.length;
    }

    /// Whether more was sent than is kept.
    public boolean isTruncated() {
        return truncated;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Body body && body.truncated == truncated && Arrays.equals(bytes, body.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes) * 31 + Boolean.hashCode(truncated);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes" + (truncated ? ", truncated" : "");
    }
}
