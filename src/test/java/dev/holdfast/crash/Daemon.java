package dev.holdfast.crash;

import dev.holdfast.wire.Json;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The real daemon, with a configuration file, in a process of its own.
final class Daemon implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final Path folder;
    private final Path file;
    private final int port;
    private Program program = Program.compiled();
    private @Nullable Process process;

    /// @param store its URL
    Daemon(Path folder, Platform platform, Oncall oncall, String store) throws IOException {
        this.folder = folder;
        this.port = freePort();
        this.file = Files.writeString(folder.resolve("holdfast.yml"), """
                defaults:
                  interval: 1s
                  timeout: 5s
                  confirm: {probes: 2, every: 100ms}
                  recover: {probes: 1}
                  flapping: {calm: 0s}
                  headers: {%s: "${LIFE}"}
                channels:
                  oncall: {type: webhook, url: "%s"}
                  chat: {type: webhook, url: "%s"}
                web: {listen: "127.0.0.1:%d"}
                store: {url: "%s"}
                monitors:
                %s
                """.formatted(
                        Platform.LIFE, oncall.url("oncall"), oncall.url("chat"), port, store, platform.monitors()));
    }

    private static int freePort() throws IOException {
        try (var any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    /// Begins to run, as the run `life`.
    void start(int life) throws IOException {
        start(life, program);
    }

    private void start(int life, Program by) throws IOException {
        var command = new ProcessBuilder(by.command(List.of("run", "-c", file.toString())))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        command.environment().put("LIFE", "" + life);
        process = command.start();
    }

    /// Runs until it has `asked`, and remembers what it loaded for that, so that it starts sooner from now on.
    void learn(int life, Semaphore asked) throws IOException, InterruptedException {
        var packed = program.packed(folder);
        var cache = folder.resolve("holdfast.aot");
        start(life, packed.with("-XX:AOTCacheOutput=" + cache));
        await(asked, 100);
        process.destroy();
        process.waitFor();
        program = packed.with("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off");
    }

    /// Waits until something happened so many times.
    ///
    /// @throws IllegalStateException when the daemon ended by itself, with its last words
    void await(Semaphore what, int times) throws IOException, InterruptedException {
        while (!what.tryAcquire(times, 1, TimeUnit.SECONDS)) {
            ensureRunning();
        }
    }

    /// @throws IllegalStateException when it ended by itself, with its last words
    void ensureRunning() throws IOException {
        if (process == null || !process.isAlive()) {
            throw new IllegalStateException(
                    "the daemon ended: " + Files.readAllLines(log()).getLast());
        }
    }

    /// Ends at once, as by `kill -9`.
    void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    /// What the API answers under `path`; null while nobody does.
    @Nullable
    JsonNode get(String path) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        try {
            return Json.tree(client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body());
        } catch (IOException nobodyThere) {
            return null;
        }
    }

    Path log() {
        return folder.resolve("log");
    }

    @Override
    public void close() {
        kill();
        client.close();
    }
}
