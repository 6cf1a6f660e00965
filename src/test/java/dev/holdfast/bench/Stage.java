package dev.holdfast.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Targets of a benchmark, one path each, all answering 200 until told otherwise; remembers when each first failed.
final class Stage implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, String> broken = new ConcurrentHashMap<>();
    private final Map<String, Long> firstFailure = new ConcurrentHashMap<>();
    private final Map<String, List<Long>> asked = new ConcurrentHashMap<>();

    Stage() throws IOException {
        server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 1_000);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /// From now on `path` answers 500 with this body.
    void breaks(String path, String body) {
        broken.put(path, body);
    }

    /// When `path` answered 500 for the first time, in `System.nanoTime`.
    long firstFailure(String path) {
        return firstFailure.get(path);
    }

    /// When any path answered 500 for the first time.
    long firstFailure() {
        return firstFailure.values().stream().min(Long::compareTo).orElseThrow();
    }

    /// From now on every path answers 200.
    void healsAll() {
        broken.clear();
    }

    /// How many paths were asked for.
    int paths() {
        return asked.size();
    }

    /// When `path` was asked for, in `System.nanoTime`.
    List<Long> asked(String path) {
        return List.copyOf(asked.getOrDefault(path, List.of()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        asked.computeIfAbsent(path, _ -> new CopyOnWriteArrayList<>()).add(System.nanoTime());
        var body = broken.get(path);
        if (body != null) {
            firstFailure.putIfAbsent(path, System.nanoTime());
        }
        try (exchange) {
            var bytes = (body == null ? "ok" : body).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(body == null ? 200 : 500, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
