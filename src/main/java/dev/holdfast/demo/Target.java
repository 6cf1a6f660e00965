package dev.holdfast.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The platform of the mission: admin endpoints whose table a migration creates, and a health endpoint that redirects.
final class Target implements AutoCloseable {
    private static final String MISSING = "{\"detail\":\"(psycopg2.errors.UndefinedTable) relation"
            + " \\\"analytics_modules\\\" does not exist\\nLINE 1: SELECT count(*) FROM analytics_modules\\n\"}";
    private static final String GUARDED = "{\"detail\":\"Not authenticated\"}";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean migrated;

    Target() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/api/v1/admin/", this::admin);
        server.createContext("/api/v1/health", Target::health);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// The migration runs, and the table is there.
    void migrate() {
        migrated = true;
    }

    /// A deployment goes back to the schema before the migration.
    void loseTheTable() {
        migrated = false;
    }

    private void admin(HttpExchange exchange) throws IOException {
        if (migrated) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
        }
        answer(exchange, migrated ? 401 : 500, migrated ? GUARDED : MISSING);
    }

    /// The framework's slash redirect, as the platform answered it.
    private static void health(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        if (path.endsWith("/")) {
            answer(exchange, 200, "{\"status\":\"ok\"}");
        } else {
            exchange.getResponseHeaders().set("Location", path + "/");
            answer(exchange, 307, "");
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
