package dev.holdfast.probe;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/// A request as it goes on the wire.
final class RequestText {
    private static final Set<String> USUALLY_WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private RequestText() {}

    /// The whole request. What the settings do not say themselves is added: `Host`, `Connection: close`, who asks, and
    /// what it understands.
    static byte[] of(Ask ask) {
        return (head(ask) + (ask.body() == null ? "" : ask.body())).getBytes(StandardCharsets.UTF_8);
    }

    private static String head(Ask ask) {
        var head = new StringBuilder();
        head.append(ask.method()).append(' ').append(target(ask)).append(" HTTP/1.1\r\n");
        usual(head, ask, "Host", ask.origin().authority());
        ask.headers().forEach(line -> line(head, line.name(), line.value()));
        usual(head, ask, "User-Agent", Agent.NAME);
        usual(head, ask, "Accept", "*/*");
        usual(head, ask, "Accept-Encoding", Agent.CODINGS);
        usual(head, ask, "Connection", "close");
        length(head, ask);
        return head.append("\r\n").toString();
    }

    private static String target(Ask ask) {
        var path = ask.uri().getRawPath();
        var query = ask.uri().getRawQuery();
        return (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
    }

    private static void usual(StringBuilder head, Ask ask, String name, String value) {
        if (ask.header(name).isEmpty()) {
            line(head, name, value);
        }
    }

    private static void length(StringBuilder head, Ask ask) {
        var body = ask.body();
        if (body != null || USUALLY_WITH_BODY.contains(ask.method())) {
            line(
                    head,
                    "Content-Length",
                    String.valueOf(body == null ? 0 : body.getBytes(StandardCharsets.UTF_8).length));
        }
    }

    private static void line(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }
}
