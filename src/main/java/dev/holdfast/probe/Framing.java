package dev.holdfast.probe;

import dev.holdfast.observation.Headers;
import dev.holdfast.observation.Trouble.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Where a body ends on the wire, and what it is wrapped in (RFC 9112, section 6).
///
/// @param codings the codings to take off, the last one applied first
record Framing(Length length, List<String> codings) {

    private static final String CONTENT_CODING = "content-encoding";

    /// How the end of a body is found.
    sealed interface Length {
        /// At the end of the connection.
        record ToTheEnd() implements Length {}

        /// After so many bytes.
        record Fixed(long bytes) implements Length {}

        /// After the last chunk.
        record Chunked() implements Length {}
    }

    /// The content codings the headers declare, the last one applied first.
    static List<String> contentCodings(Headers headers) {
        return reversed(tokens(headers, CONTENT_CODING));
    }

    /// The framing the headers declare; a transfer coding has precedence over a length.
    ///
    /// @throws Cut when the lengths are none or contradict one another
    static Framing of(Headers headers) throws Cut {
        var transfer = new ArrayList<>(tokens(headers, "transfer-encoding").toList());
        if (transfer.isEmpty()) {
            return new Framing(length(headers), contentCodings(headers));
        }
        var chunked = transfer.getLast().equals("chunked");
        transfer.removeIf("chunked"::equals);
        return new Framing(
                chunked ? new Length.Chunked() : new Length.ToTheEnd(),
                reversed(Stream.concat(tokens(headers, CONTENT_CODING), transfer.stream())));
    }

    /// Reads the body that comes on `wire`, plain, into `intake`: to its end, or as far as is kept.
    void read(InputStream wire, Intake intake) throws IOException {
        var framed = unframed(new CappedWire(wire));
        try (var content = Coding.decoded(framed, codings)) {
            intake.take(content);
        }
        if (!intake.isTruncated()) {
            // A coding can end before its framing does, and the framing may be broken there.
            framed.transferTo(OutputStream.nullOutputStream());
        }
    }

    private InputStream unframed(InputStream wire) {
        return switch (length) {
            case Length.ToTheEnd _ -> wire;
            case Length.Fixed(var bytes) -> new FixedBody(wire, bytes);
            case Length.Chunked _ -> new ChunkedBody(wire);
        };
    }

    private static Length length(Headers headers) throws Cut {
        var lengths = tokens(headers, "content-length").distinct().toList();
        if (lengths.isEmpty()) {
            return new Length.ToTheEnd();
        }
        if (lengths.size() > 1 || !lengths.getFirst().matches("[0-9]{1,18}")) {
            throw new Cut(Kind.MALFORMED_RESPONSE, "the Content-Length is not one number");
        }
        return new Length.Fixed(Long.parseLong(lengths.getFirst()));
    }

    private static Stream<String> tokens(Headers headers, String name) {
        return headers.all(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(token -> token.strip().toLowerCase(Locale.ROOT))
                .filter(token -> !token.isEmpty() && !token.equals("identity"));
    }

    private static List<String> reversed(Stream<String> codings) {
        return codings.toList().reversed();
    }
}
