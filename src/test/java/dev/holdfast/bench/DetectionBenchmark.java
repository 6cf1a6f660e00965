package dev.holdfast.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.holdfast.config.Config;
import dev.holdfast.config.Environment;
import dev.holdfast.config.Loaded;
import dev.holdfast.daemon.Holdfast;
import dev.holdfast.wire.Json;
import dev.holdfast.wire.NoticeJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From the first 5xx a target answers to the webhook's arrival, confirmation included, at the default settings:
/// 20 targets, each on a host of its own. `mvn test -Dtest=DetectionBenchmark -Dgroups=bench`
@Tag("bench")
class DetectionBenchmark {
    private static final int TRIALS = 20;

    @TempDir
    private Path folder;

    @Test
    void anUnnamedFailure() throws IOException {
        measure("unnamed 500", _ -> "Internal Server Error");
    }

    @Test
    void aMissingRelation() throws IOException {
        measure("missing relation", trial -> "relation \"table_" + trial + "\" does not exist");
    }

    private void measure(String what, IntFunction<String> body) throws IOException {
        var arrivals = new ConcurrentHashMap<String, Long>();
        var receiver = receiver(arrivals);
        try (var stage = new Stage();
                var holdfast = start(stage, receiver.getAddress().getPort())) {
            await().atMost(Duration.ofSeconds(70))
                    .until(() -> holdfast.monitors().stream()
                            .allMatch(watched ->
                                    watched.state().condition().word().equals("up")));
            IntStream.range(0, TRIALS).forEach(trial -> stage.breaks("/" + trial, body.apply(trial)));
            await().atMost(Duration.ofSeconds(70)).until(() -> arrivals.size() == TRIALS);
            var millis = IntStream.range(0, TRIALS)
                    .mapToLong(trial -> (arrivals.get("m" + trial) - stage.firstFailure("/" + trial)) / 1_000_000)
                    .sorted()
                    .toArray();
            System.out.printf(
                    Locale.ROOT,
                    "detection, %s: min %d, median %d, max %d ms (%d trials)%n",
                    what,
                    millis[0],
                    (millis[TRIALS / 2 - 1] + millis[TRIALS / 2]) / 2,
                    millis[TRIALS - 1],
                    TRIALS);
        } finally {
            receiver.stop(0);
        }
        assertThat(arrivals).hasSize(TRIALS);
    }

    private static HttpServer receiver(Map<String, Long> arrivals) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            long now = System.nanoTime();
            try (exchange) {
                var text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                var incident = Json.read(text, NoticeJson.class).data().incident();
                if (incident != null) {
                    arrivals.putIfAbsent(incident.monitor().name(), now);
                }
                exchange.sendResponseHeaders(204, -1);
            }
        });
        server.start();
        return server;
    }

    private Holdfast start(Stage stage, int receiver) throws IOException {
        var yaml = new StringBuilder("""
                channels: {oncall: {type: webhook, url: "http://127.0.0.1:%d/"}}
                web: {listen: "127.0.0.1:0"}
                store: {url: "jdbc:sqlite:%s/bench.db"}
                monitors:
                """.formatted(receiver, folder));
        IntStream.range(0, TRIALS)
                .forEach(trial -> yaml.append("- {name: m%d, url: \"http://127.0.0.%d:%d/%d\"}%n"
                        .formatted(trial, trial + 2, stage.port(), trial)));
        var file = Files.writeString(folder.resolve("holdfast.yml"), yaml);
        var settings = ((Loaded.Good) Config.load(file, Environment.of(Map.of()))).settings();
        return Holdfast.start(settings, file, () -> Config.load(file, Environment.of(Map.of())));
    }
}
