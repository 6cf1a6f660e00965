package dev.holdfast.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.holdfast.wire.Json;
import dev.holdfast.wire.NoticeJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// On-call's side: takes webhooks and hands on what each one tells.
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Consumer<NoticeJson> onCall;

    Receiver(Consumer<NoticeJson> onCall) throws IOException {
        this.onCall = onCall;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/oncall";
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var told = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            onCall.accept(Json.read(told, NoticeJson.class));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
