package dev.holdfast.probe;

import dev.holdfast.observation.Trouble.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// A chunked body. Extensions are passed over and trailers are read to their end, both within a cap.
final class ChunkedBody extends Unframed {
    private static final int LINE_CAP = 8 * 1024;
    private static final int TRAILERS_CAP = 100;
    private static final Pattern SIZE = Pattern.compile("([0-9a-fA-F]{1,15})[ \\t]*(?:;.*)?");

    private long left;
    private boolean begun;
    private boolean ended;

    ChunkedBody(InputStream wire) {
        super(wire);
    }

    @Override
    int take(byte[] into, int offset, int length) throws IOException {
        if (left == 0 && !ended) {
            nextChunk();
        }
        if (ended) {
            return -1;
        }
        var read = in.read(into, offset, (int) Math.min(length, left));
        if (read < 0) {
            throw truncated();
        }
        left -= read;
        return read;
    }

    private void nextChunk() throws IOException {
        if (begun && !line().isEmpty()) {
            throw malformed("a chunk is longer than it says");
        }
        begun = true;
        var size = SIZE.matcher(line());
        if (!size.matches()) {
            throw malformed("a chunk has no size");
        }
        left = Long.parseLong(size.group(1), 16);
        if (left == 0) {
            skipTrailers();
        }
    }

    private void skipTrailers() throws IOException {
        for (var trailers = 0; !line().isEmpty(); trailers++) {
            if (trailers == TRAILERS_CAP) {
                throw malformed("there are more than " + TRAILERS_CAP + " trailers");
            }
        }
        ended = true;
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream(16);
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw truncated();
            }
            if (line.size() == LINE_CAP) {
                throw malformed("a line between chunks is longer than " + LINE_CAP / 1024 + " KiB");
            }
            line.write(next);
        }
        var text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private static Cut truncated() {
        return new Cut(Kind.BODY_TRUNCATED, "the connection was closed before the last chunk");
    }

    private static Cut malformed(String detail) {
        return new Cut(Kind.MALFORMED_RESPONSE, detail);
    }
}
