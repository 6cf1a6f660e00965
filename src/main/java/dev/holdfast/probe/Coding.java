package dev.holdfast.probe;

import dev.holdfast.observation.Trouble.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/// Takes off content codings. What is not what its header says is passed on as it came, and reported at its end.
final class Coding {
    /// Each layer holds a window in native memory, and a header has room for thousands of names.
    private static final int LAYERS = 3;

    private Coding() {}

    /// `coded` without `codings`, the first of which is the outermost.
    static InputStream decoded(InputStream coded, List<String> codings) throws IOException {
        if (codings.size() > LAYERS) {
            return new Undecoded(coded, "there are " + codings.size() + " codings over one another");
        }
        var plain = coded;
        for (var coding : codings) {
            plain = decoded(plain, coding);
        }
        return plain;
    }

    private static InputStream decoded(InputStream coded, String coding) throws IOException {
        return switch (coding) {
            case "gzip", "x-gzip" -> gunzipped(coded);
            case "deflate" -> inflated(coded);
            default -> new Undecoded(coded, "a content coding that was not asked for");
        };
    }

    private static InputStream gunzipped(InputStream coded) throws IOException {
        var ahead = new PushbackInputStream(coded, 2);
        return switch (firstTwo(ahead)) {
            case -1 -> ahead;
            case 0x1f8b -> new Decoded(gzip(ahead), "gzip");
            default -> new Undecoded(ahead, "the body is not the gzip it says it is");
        };
    }

    private static InputStream gzip(InputStream coded) throws IOException {
        try {
            return new GZIPInputStream(coded);
        } catch (EOFException | ZipException _) {
            throw new Cut(Kind.BODY_ENCODING, "the gzip body has no whole header");
        }
    }

    /// The standard says zlib, and half of the servers send the bare stream.
    private static InputStream inflated(InputStream coded) throws IOException {
        var ahead = new PushbackInputStream(coded, 2);
        var first = firstTwo(ahead);
        if (first < 0) {
            return ahead;
        }
        var isZlib = ((first >> 8) & 0xf) == 8 && first % 31 == 0;
        return new Decoded(isZlib ? new InflaterInputStream(ahead) : new BareDeflate(ahead), "deflate");
    }

    /// The first two bytes as a number, left in the stream; -1 when there is not a single one.
    private static int firstTwo(PushbackInputStream ahead) throws IOException {
        var two = ahead.readNBytes(2);
        ahead.unread(two);
        return switch (two.length) {
            case 0 -> -1;
            case 1 -> (two[0] & 0xff) << 8;
            default -> ((two[0] & 0xff) << 8) | (two[1] & 0xff);
        };
    }

    /// A deflate stream without the zlib wrapping.
    private static final class BareDeflate extends InflaterInputStream {

        BareDeflate(InputStream coded) {
            super(coded, new Inflater(true));
        }

        @Override
        public void close() throws IOException {
            inf.end();
            super.close();
        }
    }

    /// Tells a broken coding from a broken connection.
    private static final class Decoded extends Unframed {
        private final String coding;

        Decoded(InputStream decoder, String coding) {
            super(decoder);
            this.coding = coding;
        }

        @Override
        int take(byte[] into, int offset, int length) throws IOException {
            try {
                return in.read(into, offset, length);
            } catch (EOFException _) {
                throw new Cut(Kind.BODY_ENCODING, "the " + coding + " body ends too early");
            } catch (ZipException _) {
                throw new Cut(Kind.BODY_ENCODING, "the " + coding + " body is broken");
            }
        }
    }

    /// Bytes as they came, with a complaint at their end.
    private static final class Undecoded extends Unframed {
        private final String complaint;

        Undecoded(InputStream coded, String complaint) {
            super(coded);
            this.complaint = complaint;
        }

        @Override
        int take(byte[] into, int offset, int length) throws IOException {
            var read = in.read(into, offset, length);
            if (read < 0) {
                throw new Cut(Kind.BODY_ENCODING, complaint);
            }
            return read;
        }
    }
}
