package dev.holdfast.daemon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.house.Debian;
import dev.holdfast.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/// The Prometheus of Debian, on loopback, with the configuration Holdfast ships.
record RealPrometheus(Process process, URI url, HttpClient client) implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(20);

    /// Scrapes the daemon on `port` every second.
    static RealPrometheus watching(int port, Path folder) throws IOException {
        var program = Debian.program("prometheus", "prometheus");
        var configuration = Files.writeString(folder.resolve("prometheus.yml"), shipped(port));
        var address = "127.0.0.1:" + freePort();
        var process = new ProcessBuilder(
                        program,
                        "--config.file=" + configuration,
                        "--storage.tsdb.path=" + folder.resolve("tsdb"),
                        "--web.listen-address=" + address)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
        var started = new RealPrometheus(process, URI.create("http://" + address), HttpClient.newHttpClient());
        await().atMost(SOON)
                .ignoreExceptions()
                .until(() -> started.get("/-/ready").statusCode() == 200);
        return started;
    }

    private static String shipped(int port) throws IOException {
        var shipped = Files.readString(Path.of("prometheus.yml"));
        assertThat(shipped).containsOnlyOnce("localhost:8080").containsOnlyOnce("scrape_interval: 15s");
        return shipped.replace("localhost:8080", "127.0.0.1:" + port)
                .replace("scrape_interval: 15s", "scrape_interval: 1s");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// The samples `expression` has now.
    JsonNode query(String expression) {
        var answer = get("/api/v1/query?query=" + URLEncoder.encode(expression, UTF_8));
        assertThat(answer.statusCode()).as(expression + ": " + answer.body()).isEqualTo(200);
        return Json.tree(answer.body()).at("/data/result");
    }

    /// The samples `expression` has as soon as one is a number: a quantile of nothing is none.
    JsonNode samples(String expression) {
        return await(expression).atMost(SOON).until(() -> query(expression), RealPrometheus::hasNumbers);
    }

    private static boolean hasNumbers(JsonNode samples) {
        return samples.values().stream()
                .anyMatch(sample -> !sample.at("/value/1").asString().equals("NaN"));
    }

    private HttpResponse<String> get(String path) {
        try {
            return client.send(HttpRequest.newBuilder(url.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        client.close();
        process.destroy();
        await().until(() -> !process.isAlive());
    }
}
