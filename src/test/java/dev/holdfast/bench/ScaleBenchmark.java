package dev.holdfast.bench;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// 1,000 monitors at 10 s in a daemon of its own, as a user runs it: lateness and memory after two minutes.
/// `mvn test -Dtest=ScaleBenchmark -Dgroups=bench` after the launcher has built the jar.
@Tag("bench")
class ScaleBenchmark {
    private static final int MONITORS = 1_000;
    private static final Duration RUN = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    @Test
    void aThousandMonitorsAtTenSeconds() throws IOException, InterruptedException {
        try (var stage = new Stage();
                var client = HttpClient.newHttpClient()) {
            int port = freePort();
            var daemon = new ProcessBuilder(
                            "./holdfast",
                            "run",
                            "-c",
                            configuration(stage, port).toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            try {
                var end = Instant.now().plus(RUN);
                await().pollInterval(Duration.ofSeconds(1))
                        .atMost(RUN.plusMinutes(1))
                        .until(() -> Instant.now().isAfter(end));
                report(client, port, daemon.pid());
            } finally {
                daemon.destroy();
                daemon.waitFor();
            }
        }
    }

    private static void report(HttpClient client, int port, long pid) throws IOException, InterruptedException {
        var metrics = client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        metrics.lines()
                .filter(line -> line.startsWith("holdfast_schedule_lateness_seconds")
                        || line.startsWith("holdfast_probes_skipped")
                        || line.startsWith("jvm_threads_live"))
                .forEach(System.out::println);
        try (var status = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            System.out.println(status.filter(line -> line.startsWith("VmRSS") || line.startsWith("Threads"))
                    .collect(Collectors.joining(", ")));
        }
    }

    private static int freePort() throws IOException {
        try (var any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    private Path configuration(Stage stage, int port) throws IOException {
        var monitors = IntStream.range(0, MONITORS)
                .mapToObj(number -> "- {name: m%d, url: \"http://127.0.%d.%d:%d/%d\"}"
                        .formatted(number, 1 + number / 200, 1 + number % 200, stage.port(), number))
                .collect(Collectors.joining("\n"));
        return Files.writeString(folder.resolve("holdfast.yml"), """
                defaults: {interval: 10s}
                web: {listen: "127.0.0.1:%d"}
                store: {url: "jdbc:sqlite:%s/bench.db"}
                monitors:
                %s
                """.formatted(port, folder, monitors));
    }
}
