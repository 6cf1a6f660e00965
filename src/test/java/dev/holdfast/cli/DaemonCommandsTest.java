package dev.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.holdfast.config.Config;
import dev.holdfast.config.Environment;
import dev.holdfast.config.Loaded;
import dev.holdfast.daemon.Holdfast;
import dev.holdfast.wire.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands that talk to a running daemon, with a real one, one of whose monitors is down.
class DaemonCommandsTest {
    private static final String MISSING = "{\"detail\":\"relation \\\"analytics_modules\\\" does not exist\"}";

    @TempDir
    private static Path folder;

    private static HttpServer target;
    private static Holdfast holdfast;

    /// What a command printed.
    private record Said(int exitCode, String out, String err) {}

    @BeforeAll
    static void open() throws IOException {
        target = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answers("/flags", 500, MISSING);
        answers("/health", 200, "ok");
        answers("/oncall", 403, "no such key");
        answers("/other", 200, "another program");
        target.start();
        var file = configuration(0);
        var settings = ((Loaded.Good) load(file)).settings();
        holdfast = Holdfast.start(settings, file, () -> load(file));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> ask("status", "--format", "json").out().contains("403 no such key"));
    }

    private static Loaded load(Path file) {
        return Config.load(file, Environment.of(Map.of()));
    }

    private static Path configuration(int port) throws IOException {
        var yaml = """
                defaults: {interval: 1s, confirm: {probes: 2, every: 100ms}}
                channels: {oncall: {type: webhook, url: "TARGET/oncall"}}
                web: {listen: "127.0.0.1:%d", admin_token: token-of-the-test}
                store: {url: "jdbc:sqlite:%s/holdfast.db"}
                monitors:
                  - {name: flags, group: admin, url: "TARGET/flags", expect: {status: 401}}
                  - {name: health, url: "TARGET/health"}
                """.formatted(port, folder);
        return Files.writeString(
                folder.resolve("holdfast-" + port + ".yml"),
                yaml.replace("TARGET", "http://127.0.0.1:" + target.getAddress().getPort()));
    }

    @AfterAll
    static void close() {
        if (holdfast != null) {
            holdfast.close();
        }
        target.stop(0);
    }

    @Test
    void theStatusSaysWhatIsWrongAndEndsWithAFailure() {
        var said = ask("status");

        assertThat(said.exitCode()).as(said.err()).isEqualTo(1);
        assertThat(said.out())
                .contains("✗ fail  1 outage", "1 down", "1 up")
                .contains("OUTAGE  flags  500  relation_missing analytics_modules")
                .contains("! Channel oncall fails for ", "403 no such key");
    }

    @Test
    void theStatusIsForProgramsAndPullRequestsToo() {
        var json = Json.tree(ask("status", "--format", "json").out());
        assertThat(json.get("verdict").asString()).isEqualTo("fail");
        assertThat(json.at("/incidents/0/relation").asString()).isEqualTo("analytics_modules");
        assertThat(json.at("/channels/0/failing").asBoolean()).isTrue();

        assertThat(ask("status", "--format", "markdown").out())
                .contains("**fail**: 1 outage", "| OUTAGE | flags | 500 | relation_missing analytics_modules |");
    }

    @Test
    void incidentsAreListedByTheirState() {
        assertThat(ask("incidents", "--state", "open").out()).contains("OUTAGE  flags");
        assertThat(ask("incidents", "--state", "open").exitCode()).isZero();
        assertThat(ask("incidents", "--state", "closed").out()).isEqualTo("No incidents.\n");
        assertThat(Json.tree(ask("incidents", "--format", "json").out()).findValuesAsString("monitor"))
                .containsExactly("flags");
        assertThat(ask("incidents", "--format", "markdown").out()).startsWith("| Incident |");
    }

    @Test
    void anIncidentIsTakenCareOfByTheNameOfItsMonitor() {
        var said = tell("ack", "flags", "--by", "ada", "--note", "rolling back");

        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(said.out()).startsWith("ada takes care of inc_");
        assertThat(ask("incidents").out()).contains("ada takes care of it");
        refuses(tell("ack", "health"), "Monitor health is up and belongs to no open incident");
        refuses(tell("ack", "flag"), "no monitor is called flag; did you mean flags?");
        refuses(tell("ack", "inc_none"), "no incident is called inc_none");
    }

    @Test
    void aSilenceBeginsIsListedAndEnds() {
        var begun = tell("silence", "--group", "admin", "--for", "2h", "--by", "ada", "--comment", "migration");
        assertThat(begun.exitCode()).as(begun.err()).isZero();
        var id = begun.out().substring(begun.out().indexOf("sil_")).strip();

        assertThat(ask("silence", "--list").out()).contains("group admin  by ada: migration  " + id);
        assertThat(tell("silence", "--expire", id).out())
                .startsWith("Ended at ")
                .contains(id);
        assertThat(ask("silence", "--list").out()).isEqualTo("No silences.\n");

        refuses(tell("silence", "--expire", id), "no silence that is in force is called");
        refuses(tell("silence", "--monitor", "helth", "--for", "2h"), "did you mean health?");
        refuses(tell("silence", "--monitor", "health"), "--for 2h");
        refuses(tell("silence", "--for", "2h"), "--monitor NAME");
        refuses(tell("silence", "--for", "2h", "--list"), "either --list");
    }

    @Test
    void aDeploymentIsAnnounced() {
        var said = tell("deployment", "2.4.1", "--at", "2026-01-02T03:04:05Z");

        assertThat(said.exitCode()).as(said.err()).isZero();
        assertThat(said.out()).isEqualTo("Deployment 2.4.1 at 2026-01-02T03:04:05Z is known.\n");
        refuses(tell("deployment", "2.4.2", "--at", "noon"), "at has to be a time with its zone");
    }

    @Test
    void addressAndTokenComeFromTheConfiguration() throws IOException {
        var file = configuration(holdfast.port()).toString();

        assertThat(run("deployment", "2.4.3", "-c", file).exitCode()).isZero();
        refuses(run("status", "-c", folder.resolve("none.yml").toString()), "none.yml");
    }

    @Test
    void whoeverMayNotIsToldWhichSettingIsMissing() {
        refuses(ask("deployment", "2.4.4"), "The admin token is missing", "web.admin_token", "--token");
        refuses(ask("deployment", "2.4.4", "--token", "wrong"), "not the right one", "HOLDFAST_ADMIN_TOKEN");
    }

    @Test
    void whereNobodyOrSomebodyElseListensTheRemedyIsNamed() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        var nobody = run("status", "--url", "http://127.0.0.1:" + free);
        assertThat(nobody.exitCode()).isEqualTo(3);
        assertThat(nobody.err()).contains("Nobody listens at http://127.0.0.1:" + free, "./holdfast run", "--url");

        var other =
                run("status", "--url", "http://127.0.0.1:" + target.getAddress().getPort() + "/other");
        assertThat(other.exitCode()).isEqualTo(3);
        assertThat(other.err()).contains("another program").doesNotContain("\tat ");
        refuses(run("status", "--url", "nowhere"), "is no address of a daemon");
    }

    private static void refuses(Said said, String... parts) {
        assertThat(said.exitCode()).as(said.err()).isEqualTo(2);
        assertThat(said.err()).contains(parts).doesNotContain("\tat ");
    }

    /// Runs a command that needs no right.
    private static Said ask(String... args) {
        return run(with(args, "--url", url()));
    }

    /// Runs a command with the admin token.
    private static Said tell(String... args) {
        return run(with(args, "--url", url() + "/", "--token", "token-of-the-test"));
    }

    private static String url() {
        return "http://127.0.0.1:" + holdfast.port();
    }

    private static String[] with(String[] args, String... more) {
        return Stream.concat(Stream.of(args), Stream.of(more)).toArray(String[]::new);
    }

    private static void answers(String path, int status, String body) {
        target.createContext(path, exchange -> {
            try (exchange) {
                var bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
    }

    private static Said run(String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var stdout = System.out;
        var stderr = System.err;
        try (var replacedOut = new PrintStream(out, true, StandardCharsets.UTF_8);
                var replacedErr = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            System.setOut(replacedOut);
            System.setErr(replacedErr);
            return new Said(Cli.run(args), out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(stdout);
            System.setErr(stderr);
        }
    }
}
