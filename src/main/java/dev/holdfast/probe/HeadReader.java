package dev.holdfast.probe;

import dev.holdfast.observation.Headers;
import dev.holdfast.observation.Headers.Field;
import dev.holdfast.observation.Trouble.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads the heads of responses (RFC 9112), all of one exchange together within one cap.
///
/// As lenient as clients are: a lone LF ends a line, folded lines are joined, no reason phrase is needed. A first line
/// that is not HTTP/1 ends it at its first wrong byte.
final class HeadReader {
    /// For the heads of one exchange together, interim ones included.
    static final int CAP = 64 * 1024;

    private static final String VERSION = "HTTP/1.";
    private static final Pattern STATUS = Pattern.compile("[0-9] +([1-9][0-9]{2})(?: .*)?");
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private final InputStream in;
    private int left = CAP;

    HeadReader(InputStream in) {
        this.in = in;
    }

    /// The next head.
    ///
    /// @throws Cut when it is none, or too large
    Head next() throws IOException {
        var status = status();
        var fields = new ArrayList<Field>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            add(line, fields);
        }
        return new Head(status, new Headers(fields));
    }

    private int status() throws IOException {
        for (var i = 0; i < VERSION.length(); i++) {
            if (read() != VERSION.charAt(i)) {
                throw malformed("the answer does not begin with " + VERSION);
            }
        }
        var status = STATUS.matcher(line());
        if (!status.matches()) {
            throw malformed("the status line has no status of three digits");
        }
        return Integer.parseInt(status.group(1));
    }

    private static void add(String line, List<Field> fields) throws Cut {
        if (line.startsWith(" ") || line.startsWith("\t")) {
            fold(line, fields);
            return;
        }
        var colon = line.indexOf(':');
        var name = colon < 0 ? "" : line.substring(0, colon).stripTrailing();
        if (!NAME.matcher(name).matches()) {
            throw malformed("header line " + (fields.size() + 1) + " is not a name, a colon and a value");
        }
        fields.add(new Field(name, line.substring(colon + 1).strip()));
    }

    private static void fold(String line, List<Field> fields) throws Cut {
        if (fields.isEmpty()) {
            throw malformed("the first header line continues nothing");
        }
        var last = fields.removeLast();
        fields.add(new Field(last.name(), (last.value() + " " + line.strip()).strip()));
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream(80);
        for (var next = read(); next != '\n'; next = read()) {
            line.write(next);
        }
        var text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private int read() throws IOException {
        if (left-- == 0) {
            throw new Cut(Kind.HEADERS_TOO_LARGE, "the headers are larger than " + CAP / 1024 + " KiB");
        }
        var next = in.read();
        if (next < 0) {
            throw malformed("the connection was closed in the middle of the headers");
        }
        return next;
    }

    private static Cut malformed(String detail) {
        return new Cut(Kind.MALFORMED_RESPONSE, detail);
    }
}
