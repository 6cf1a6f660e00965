package dev.holdfast.crash;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.holdfast.wire.Json;
import dev.holdfast.wire.NoticeJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// A receiver that deduplicates by `webhook-id`, one path a channel, and is often not well.
final class Oncall implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Random random;
    private final Map<String, Taken> taken = new LinkedHashMap<>();
    private final Map<String, String> words = new LinkedHashMap<>();
    private final List<String> complaints = new ArrayList<>();
    private final Semaphore arrived = new Semaphore(0);
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean well;
    private int deliveries;

    /// What it does with a delivery.
    private enum Mood {
        TAKES,
        TAKES_AND_CUTS,
        CUTS,
        FAILS,
        THROTTLES,
        HANGS
    }

    Oncall(Random random) throws IOException {
        this.random = random;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        server.setExecutor(threads);
        server.createContext("/", this::receive);
        server.start();
    }

    String url(String channel) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + channel;
    }

    /// A permit for each delivery that arrives, however it ends.
    Semaphore arrived() {
        return arrived;
    }

    /// From now on it takes everything, or is as moody as before.
    void isWell(boolean now) {
        well = now;
    }

    /// What it took, in the order in which it first took it.
    synchronized List<Taken> taken() {
        return List.copyOf(taken.values());
    }

    /// What it saw that must not be.
    synchronized List<String> complaints() {
        return List.copyOf(complaints);
    }

    /// How often something arrived, repetitions included.
    synchronized int deliveries() {
        return deliveries;
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var channel = exchange.getRequestURI().getPath().substring(1);
            var told = new Taken(channel, Json.read(body, NoticeJson.class));
            var mood = hear(told, body, exchange.getRequestHeaders().getFirst("webhook-id"));
            arrived.release();
            answer(exchange, mood);
        }
    }

    private synchronized Mood hear(Taken told, String body, String id) {
        deliveries++;
        if (!told.id().equals(id)) {
            complaints.add("the header says " + id + ", the body " + told.id());
        }
        var before = words.putIfAbsent(told.channel() + " " + id, body);
        if (before != null && !before.equals(body)) {
            complaints.add(id + " came with other words:\n  " + before + "\n  " + body);
        }
        var mood = mood();
        if (mood == Mood.TAKES || mood == Mood.TAKES_AND_CUTS) {
            taken.putIfAbsent(told.channel() + " " + id, told);
        }
        return mood;
    }

    private Mood mood() {
        if (well) {
            return Mood.TAKES;
        }
        int dice = random.nextInt(100);
        return dice < 60
                ? Mood.TAKES
                : dice < 75
                        ? Mood.TAKES_AND_CUTS
                        : dice < 83 ? Mood.CUTS : dice < 91 ? Mood.FAILS : dice < 96 ? Mood.THROTTLES : Mood.HANGS;
    }

    private void answer(HttpExchange exchange, Mood mood) throws IOException {
        switch (mood) {
            case TAKES -> exchange.sendResponseHeaders(204, -1);
            case TAKES_AND_CUTS, CUTS -> {}
            case FAILS -> exchange.sendResponseHeaders(500, -1);
            case THROTTLES -> {
                exchange.getResponseHeaders().add("Retry-After", "1");
                exchange.sendResponseHeaders(429, -1);
            }
            case HANGS -> hang();
        }
    }

    private void hang() {
        try {
            var _ = closing.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.close();
    }
}
