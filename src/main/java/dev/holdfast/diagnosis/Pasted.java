package dev.holdfast.diagnosis;

import dev.holdfast.observation.Body;
import dev.holdfast.observation.Headers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A response that somebody hands us: pasted from a terminal, or one line of a file.
///
/// @param status the last status line's
public record Pasted(int status, Headers headers, Body body) {
    private static final Pattern STATUS = Pattern.compile("HTTP/[0-9.]+ ([0-9]{3})(?: .*)?");
    private static final Pattern FIELD = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):(.*)");

    /// A response of which status, headers and body are known.
    public static Pasted of(int status, Map<String, String> headers, String body) {
        var fields = headers.entrySet().stream()
                .map(entry -> new Headers.Field(entry.getKey(), entry.getValue()))
                .toList();
        return of(status, fields, body);
    }

    /// Reads what `curl -i` prints. Of several responses in a row (a proxy's `CONNECT`, `100 Continue`, redirects that
    /// were followed) the last one counts. Text without a status line is the body of a failure: status 500.
    public static Pasted curl(String printed) {
        var last = new Pasted(500, Headers.NONE, Body.EMPTY);
        int at = printed.startsWith("\uFEFF") ? 1 : 0;
        while (STATUS.matcher(line(printed, at)).matches()) {
            int end = headEnd(printed, at);
            last = head(printed.substring(at, end));
            at = end;
        }
        return of(last.status, last.headers.fields(), printed.substring(at));
    }

    private static Pasted of(int status, List<Headers.Field> headers, String body) {
        return new Pasted(status, new Headers(headers), new Body(body.getBytes(StandardCharsets.UTF_8), false));
    }

    private static String line(String text, int start) {
        int end = text.indexOf('\n', start);
        return text.substring(start, end < 0 ? text.length() : end).stripTrailing();
    }

    /// Where a head that begins at `start` ends: behind the first empty line.
    private static int headEnd(String text, int start) {
        int at = start;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            int next = end < 0 ? text.length() : end + 1;
            if (text.substring(at, next).isBlank()) {
                return next;
            }
            at = next;
        }
        return at;
    }

    private static Pasted head(String head) {
        var fields = new ArrayList<Headers.Field>();
        int status = 500;
        for (var line : head.lines().toList()) {
            var first = STATUS.matcher(line.stripTrailing());
            var field = FIELD.matcher(line);
            if (first.matches()) {
                status = Integer.parseInt(first.group(1));
            } else if (field.matches()) {
                fields.add(new Headers.Field(field.group(1), field.group(2).strip()));
            }
        }
        return new Pasted(status, new Headers(fields), Body.EMPTY);
    }
}
