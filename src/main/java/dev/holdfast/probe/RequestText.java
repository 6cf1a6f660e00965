package dev.holdfast.probe;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A request as it goes on the wire.
final class RequestText {
    private static final Set<String> USUALLY_WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private RequestText() {}

    /// The whole request. What the settings do not say themselves is added: `Host`, `Connection: close`, who asks, and
    /// what it understands.
    static byte[] of(Ask ask) {
        var text = new StringBuilder();
        text.append(ask.method()).append(' ').append(target(ask)).append(" HTTP/1.1\r\n");
        usual(text, ask, "Host", ask.origin().authority());
        ask.headers().forEach(line -> line(text, line.name(), line.value()));
        usual(text, ask, "User-Agent", Agent.NAME);
        usual(text, ask, "Accept", "*/*");
        usual(text, ask, "Accept-Encoding", Agent.CODINGS);
        usual(text, ask, "Connection", "close");
        length(text, ask);
        return joined(text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8), ask.body());
    }

    private static String target(Ask ask) {
        var path = ask.uri().getRawPath();
        var query = ask.uri().getRawQuery();
        return (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
    }

    private static void usual(StringBuilder text, Ask ask, String name, String value) {
        if (ask.header(name).isEmpty()) {
            line(text, name, value);
        }
    }

    private static void length(StringBuilder text, Ask ask) {
        var body = ask.body();
        if (body != null || USUALLY_WITH_BODY.contains(ask.method())) {
            line(text, "Content-Length", String.valueOf(body == null ? 0 : body.length));
        }
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append("\r\n");
    }

    private static byte[] joined(byte[] head, byte @Nullable [] body) {
        if (body == null) {
            return head;
        }
        var all = new ByteArrayOutputStream(head.length + body.length);
        all.writeBytes(head);
        all.writeBytes(body);
        return all.toByteArray();
    }
}
