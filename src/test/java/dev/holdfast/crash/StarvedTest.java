package dev.holdfast.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.holdfast.wire.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A daemon that gets no processor for a while blames nobody for the answers it missed: a process of its own is stopped
/// by SIGSTOP while its checks are under way.
class StarvedTest {
    private static final int MONITORS = 20;
    private static final Duration STOPPED = Duration.ofSeconds(3);

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Queue<String> told = new ConcurrentLinkedQueue<>();

    @Test
    void aProcessThatStoodStillTellsNobodyOfTimeouts() throws Exception {
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        server.setExecutor(threads);
        server.createContext("/slow", StarvedTest::answerLate);
        server.createContext("/oncall", this::take);
        server.start();
        int port = freePort();
        var process = start(port, server.getAddress().getPort());
        try {
            await().atMost(Duration.ofSeconds(60)).until(() -> states(port).equals(List.of("up")));
            for (int i = 0; i < 3; i++) {
                signal(process, "STOP");
                await().pollDelay(STOPPED).atMost(STOPPED.multipliedBy(2)).until(process::isAlive);
                signal(process, "CONT");
                var checked = checks(port);
                await().atMost(Duration.ofSeconds(60)).until(() -> checks(port) > checked + 3L * MONITORS);
            }
            assertThat(states(port)).containsExactly("up");
            assertThat(told).as("on-call was told").isEmpty();
            assertThat(get(port, "/metrics")).as("checks got no answer in time").contains("outcome=\"timeout\"");
        } finally {
            process.destroyForcibly().waitFor();
            server.stop(0);
            threads.shutdownNow();
            client.close();
        }
    }

    /// Late enough for most checks to be under way at any moment, well within their time. A check that stands still
    /// after the first answer has no time left for the second.
    private static void answerLate(HttpExchange exchange) throws IOException {
        try (exchange) {
            var _ = new CountDownLatch(1).await(400, TimeUnit.MILLISECONDS);
            boolean isSecond = exchange.getRequestURI().getPath().endsWith("/there");
            exchange.getResponseHeaders()
                    .set("Location", exchange.getRequestURI().getPath() + "/there");
            exchange.sendResponseHeaders(isSecond ? 200 : 307, -1);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            told.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private Process start(int port, int target) throws IOException {
        var monitors = IntStream.range(0, MONITORS)
                .mapToObj(i -> "- {name: slow_%d, url: \"http://127.0.0.1:%d/slow/%d\"}".formatted(i, target, i))
                .collect(Collectors.joining("\n"));
        var file = Files.writeString(folder.resolve("holdfast.yml"), """
                defaults: {interval: 1s, timeout: 1500ms, redirects: follow, confirm: {probes: 0}}
                channels: {oncall: {type: webhook, url: "http://127.0.0.1:%d/oncall"}}
                web: {listen: "127.0.0.1:%d"}
                store: {url: "jdbc:sqlite:%s/holdfast.db"}
                monitors:
                %s
                """.formatted(target, port, folder, monitors));
        return new ProcessBuilder(Program.compiled().command(List.of("run", "-c", file.toString())))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private static int freePort() throws IOException {
        try (var any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    private static void signal(Process process, String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
    }

    private List<String> states(int port) {
        return Json.tree(get(port, "/api/v1/monitors"))
                .valueStream()
                .map(monitor -> monitor.at("/state").asString())
                .distinct()
                .toList();
    }

    private long checks(int port) {
        return get(port, "/metrics")
                .lines()
                .filter(line -> line.startsWith("holdfast_probe_outcomes_total"))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private String get(int port, String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException nobodyThere) {
            return "[]";
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }
}
