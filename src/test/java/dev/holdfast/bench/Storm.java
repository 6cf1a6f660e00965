package dev.holdfast.bench;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.holdfast.wire.Json;
import dev.holdfast.wire.NoticeJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Many monitors that break by one cause, and some by causes of their own, with on-call listening.
final class Storm implements AutoCloseable {
    private final int many;
    private final int few;
    private final Stage stage = new Stage();
    private final HttpServer oncall;
    private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();

    /// A notification, and when it came by `System.nanoTime`.
    record Arrival(NoticeJson notice, long at) {
        boolean is(String type) {
            return notice.type().equals(type);
        }
    }

    /// @param many how many break by one cause
    /// @param few how many break each by another
    Storm(int many, int few) throws IOException {
        this.many = many;
        this.few = few;
        oncall = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        oncall.createContext("/", this::arrived);
        oncall.start();
    }

    private void arrived(HttpExchange exchange) throws IOException {
        long now = System.nanoTime();
        try (exchange) {
            var text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            arrivals.add(new Arrival(Json.read(text, NoticeJson.class), now));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    /// A configuration that watches all of them, on a few hosts but for one service.
    ///
    /// @param defaults the defaults, as YAML on one line
    /// @param calm how many more there are that never break
    String configuration(int port, String store, String defaults, int calm) {
        var monitors = IntStream.range(0, many + few + calm)
                .mapToObj(number -> "- {name: m%d, scope: shop, url: \"http://127.0.0.%d:%d/%d\"}"
                        .formatted(number, 2 + number % 20, stage.port(), number))
                .collect(Collectors.joining("\n"));
        return """
                defaults: %s
                channels: {oncall: {type: webhook, url: "http://127.0.0.1:%d/"}}
                web: {listen: "127.0.0.1:%d"}
                store: {url: "%s"}
                monitors:
                %s
                """.formatted(defaults, oncall.getAddress().getPort(), port, store, monitors);
    }

    Stage stage() {
        return stage;
    }

    /// The path of a monitor that never breaks.
    String calm(int number) {
        return "/" + (many + few + number);
    }

    void awaitAllSeen(int calm) {
        await("all are probed").atMost(Duration.ofMinutes(2)).until(() -> stage.paths() == many + few + calm);
    }

    void breaks() {
        IntStream.range(0, many).forEach(number -> stage.breaks("/" + number, missing("orders")));
        IntStream.range(many, many + few).forEach(number -> stage.breaks("/" + number, missing("table_" + number)));
    }

    private static String missing(String relation) {
        return "{\"detail\":\"relation \\\"" + relation + "\\\" does not exist\"}";
    }

    void heals() {
        stage.healsAll();
    }

    List<Arrival> told(String type) {
        return arrivals.stream().filter(arrival -> arrival.is(type)).toList();
    }

    int told() {
        return arrivals.size();
    }

    /// When the first target failed, by `System.nanoTime`.
    long begun() {
        return stage.firstFailure();
    }

    @Override
    public void close() {
        oncall.stop(0);
        stage.close();
    }
}
