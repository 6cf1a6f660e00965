package dev.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command line as a user meets it: what it prints, and how it ends.
class CliTest {
    @TempDir
    private Path folder;

    private HttpServer target;

    /// What a command printed.
    private record Said(int exitCode, String out, String err) {}

    @BeforeEach
    void open() throws IOException {
        target = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answers("/flags", 500, "relation \"analytics_modules\" does not exist");
        answers("/health", 200, "ok");
        answers("/moved", 307, "");
        target.start();
    }

    @AfterEach
    void close() {
        target.stop(0);
    }

    @Test
    void aCheckOfUrlsNeedsNoConfiguration() {
        var said = run("check", url("/health"), url("/flags"));

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.out())
                .contains("✓ pass", "✗ fail", "relation \"analytics_modules\" does not exist  [relation_missing]")
                .endsWith("1 pass, 0 review, 1 fail, 0 unknown\n");
    }

    @Test
    void reviewIsNoFailureUnlessAskedToBe() {
        assertThat(run("check", url("/moved")).exitCode()).isZero();
        assertThat(run("check", "--strict", url("/moved")).exitCode()).isEqualTo(1);
    }

    @Test
    void jsonIsTheContracts() {
        var line = Json.tree(run("check", "--format", "json", url("/flags")).out())
                .path("results")
                .path(0);

        assertThat(line.propertyNames())
                .containsExactly(
                        "monitor",
                        "group",
                        "url",
                        "outcome",
                        "status",
                        "verdict",
                        "cause",
                        "relation",
                        "dialect",
                        "reason",
                        "duration_ms",
                        "phases_ms",
                        "redirects",
                        "evidence");
        assertThat(line.path("outcome").asString()).isEqualTo("relation_error");
        assertThat(line.path("relation").asString()).isEqualTo("analytics_modules");
        assertThat(line.path("phases_ms").propertyNames()).contains("connect", "processing");
    }

    @Test
    void junitAndMarkdownAreForPipelines() {
        assertThat(run("check", "--format", "junit", url("/flags")).out())
                .contains("tests=\"1\"", "failures=\"1\"", "type=\"relation_missing\"");
        assertThat(run("check", "--format", "markdown", url("/flags")).out())
                .contains("| fail | 500 | relation_missing |");
    }

    @Test
    void monitorsAreCheckedByName() throws IOException {
        var file = configuration("monitors: [{name: flags, url: \"%s\"}, {name: health, url: \"%s\"}]"
                .formatted(url("/flags"), url("/health")));

        assertThat(run("check", "-c", file, "health").exitCode()).isZero();
        refuses(run("check", "-c", file, "helth"), "There is no monitor \"helth\"", "flags, health");
    }

    @Test
    void everyMistakeInAConfigurationIsToldAtOnceWithItsRemedy() throws IOException {
        var file = configuration("""
                monitors:
                  - {name: flags, uri: "http://127.0.0.1/"}
                  - {name: flags, url: "http://127.0.0.1/", interval: soon}
                """);

        var said = run("config", "check", "-c", file);
        refuses(said, "did you mean \"url\"", ":2:", ":3:", "interval");
        assertThat(run("check", "-c", file).err()).isEqualTo(said.err());
    }

    @Test
    void whatCannotBeUsedIsOneMessageWithTheRemedy() throws IOException {
        refuses(run("run", "-c", folder.resolve("none.yml").toString()), "none.yml", "does not exist");
        refuses(run("chek"), "chek", "check");
        refuses(run("check", "--format", "yaml"), "yaml", "JSON");
        refuses(run("alert", "test", "pager", "-c", configuration("monitors: []")), "There is no channel \"pager\"");
    }

    @Test
    void aPortInUseAndAFolderThatCannotBeWrittenAreToldBeforeAnythingIsWatched() throws IOException {
        var settings = """
                web: {listen: "127.0.0.1:%d"}
                store: {url: "jdbc:sqlite:%s"}
                monitors: [{name: health, url: "http://127.0.0.1/"}]
                """;
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var file = configuration(settings.formatted(taken.getLocalPort(), folder.resolve("a.db")));
            refuses(run("run", "-c", file), "cannot listen at 127.0.0.1:" + taken.getLocalPort(), "--port");
        }
        var blocked = Files.writeString(folder.resolve("a-file"), "");
        var file = configuration(settings.formatted(0, blocked.resolve("h.db")));
        refuses(run("run", "-c", file), blocked.toString());
    }

    @Test
    void theDemoDetectsAndDeliversEverything() {
        var said = run("demo", "--once");

        assertThat(said.exitCode()).isZero();
        assertThat(said.out())
                .contains("relation_error", "analytics_modules", "REGRESSION ", "RESOLVED ", "slash")
                .doesNotContain("✗");
    }

    @Test
    void anExplanationShowsWhatWasTriedAndWhatToDoFirst() {
        assertThat(run("check", "--explain", url("/flags")).out())
                .containsSubsequence(
                        "asked       GET " + url("/flags"),
                        "peer        127.0.0.1:",
                        "took        ",
                        "connect ",
                        "answer      500, ",
                        "diagnosis   relation_error, relation_missing, analytics_modules",
                        "it means    ",
                        "won         postgresql.relation_missing: ",
                        "do first    ",
                        "verdict     fail: answers 500: ",
                        "near        ",
                        "with nothing there:",
                        "mysql.(");
        assertThat(run("check", "--explain", url("/health")).out())
                .contains("verdict     pass: answers 200", "tried       no signature")
                .doesNotContain("do first", "it means");
    }

    @Test
    void aPastedResponseIsClassified() throws IOException {
        var file = Files.writeString(folder.resolve("pasted"), """
                HTTP/1.1 500 Internal Server Error
                content-type: application/json

                {"detail": "relation \\"analytics_modules\\" does not exist"}
                """);
        var answer = Json.tree(run("classify", file.toString()).out());

        assertThat(answer.path("outcome").asString()).isEqualTo("relation_error");
        assertThat(answer.path("cause").asString()).isEqualTo("relation_missing");
        assertThat(answer.path("relation").asString()).isEqualTo("analytics_modules");
    }

    @Test
    void ofManyLinesTheOneThatCannotBeReadIsToldAndTheRestIsClassified() throws IOException {
        var file = Files.writeString(folder.resolve("lines.jsonl"), """
                {"id": "a", "status": 503, "headers": {"content-type": "text/plain"}, "body": "down for maintenance"}
                this is no JSON
                {"id": "b", "status": 200, "body": "ok", "note": "a field of somebody's own"}
                """);
        var said = run("classify", "--format", "jsonl", file.toString());

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).contains("line 2");
        assertThat(said.out().lines())
                .hasSize(2)
                .first()
                .asString()
                .contains("\"id\":\"a\"", "\"cause\":\"maintenance\"");
        refuses(run("classify", folder.resolve("none").toString()), "There is no file");
    }

    @Test
    void signaturesOfTheUsersOwnAreAskedFirst() throws IOException {
        answers("/ledger", 500, "the ledger has no invoices; relation \"x\" does not exist");
        var file = configuration("""
                monitors: [{name: ledger, url: "%s"}]
                signatures:
                  - {name: our_ledger, pattern: "the ledger has no (?P<relation>[a-z]+)", cause: relation_missing}
                """.formatted(url("/ledger")));

        assertThat(run("check", "--explain", "-c", file).out())
                .contains(
                        "won         our_ledger: it is your own, before 1 other",
                        "lost        postgresql.relation_missing");
        assertThat(run("check", "--explain", "-c", file, url("/ledger")).out()).contains("won         our_ledger");
        assertThat(run("config", "show", "-c", file).out()).contains("name: our_ledger", "about: ''");
        var pasted = Files.writeString(folder.resolve("pasted"), "the ledger has no invoices");
        assertThat(run("classify", pasted.toString()).out()).contains("\"application_error\"");
        assertThat(run("classify", "-c", file, pasted.toString()).out())
                .contains("\"relation\":\"invoices\"", "\"cause\":\"relation_missing\"");
    }

    private static void refuses(Said said, String... parts) {
        assertThat(said.exitCode()).as(said.err()).isEqualTo(2);
        assertThat(said.err()).contains(parts).doesNotContain("\tat ");
    }

    private String configuration(String yaml) throws IOException {
        return Files.writeString(folder.resolve("holdfast.yml"), yaml).toString();
    }

    private String url(String path) {
        return "http://127.0.0.1:" + target.getAddress().getPort() + path;
    }

    private void answers(String path, int status, String body) {
        target.createContext(path, exchange -> {
            try (exchange) {
                var bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Location", path + "/");
                exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
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
