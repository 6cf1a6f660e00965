package dev.holdfast.alert;

import static org.awaitility.Awaitility.await;

import dev.holdfast.house.Debian;
import dev.holdfast.wire.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// The Alertmanager of Debian, on loopback, that tells one receiver of everything at once.
record RealAlertmanager(Process process, URI url) implements AutoCloseable {
    static RealAlertmanager start(Path folder, String pager) throws IOException {
        var program = Debian.program("prometheus-alertmanager", "prometheus-alertmanager");
        var configuration = Files.writeString(folder.resolve("alertmanager.yml"), telling(pager));
        var address = "127.0.0.1:" + freePort();
        var process = new ProcessBuilder(
                        program,
                        "--config.file=" + configuration,
                        "--storage.path=" + folder.resolve("data"),
                        "--web.listen-address=" + address,
                        "--cluster.listen-address=")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("alertmanager.log").toFile())
                .start();
        var started = new RealAlertmanager(process, URI.create("http://" + address));
        await().ignoreExceptions().until(() -> started.get("/-/ready").statusCode() == 200);
        return started;
    }

    private static String telling(String pager) {
        return """
                route:
                  receiver: pager
                  group_by: [incident]
                  group_wait: 50ms
                  group_interval: 50ms
                  repeat_interval: 1h
                receivers:
                  - name: pager
                    webhook_configs:
                      - url: %s
                """.formatted(pager);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// When the only alert it has ends.
    Instant endsAt() throws Exception {
        return Instant.parse(
                Json.tree(get("/api/v2/alerts").body()).at("/0/endsAt").asString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(url.resolve(path)).build(), BodyHandlers.ofString());
        }
    }

    @Override
    public void close() {
        process.destroy();
        await().until(() -> !process.isAlive());
    }
}
