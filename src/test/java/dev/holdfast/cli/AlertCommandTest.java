package dev.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `alert test CHANNEL`, for each channel, against a receiver on this machine.
class AlertCommandTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path folder;

    private final List<String> received = new CopyOnWriteArrayList<>();
    private HttpServer receiver;
    private volatile int status = 200;
    private volatile String answer = "";

    private record Said(int exitCode, String out, String err) {}

    @BeforeEach
    void open() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            try (exchange) {
                received.add(exchange.getRequestURI() + " "
                        + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                var bytes = answer.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        receiver.start();
    }

    @AfterEach
    void close() {
        receiver.stop(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            type: webhook, url: "BASE/hook"                             | {"status":"fine"}                    | 200 {"status":"fine"}
            type: alertmanager, url: "BASE"                             |                                      | 200
            type: pagerduty, routing_key: KEY, url: "BASE/v2/enqueue"   | {"status":"success"}                 | 200 {"status":"success"}
            type: slack, url: "BASE/services/1"                         | ok                                   | 200 ok
            type: slack, token: xoxb, channel: C1, api_url: "BASE/api"  | {"ok":true,"channel":"C1","ts":"1.2"} | message C1 1.2
            type: teams, url: "BASE/workflows/1?sig=KEY"                |                                      | 200
            type: discord, url: "BASE/api/webhooks/1/KEY"               | {"id":"77"}                          | message 77
            type: telegram, token: "1:KEY", chat: "-100", url: "BASE"   | {"ok":true,"result":{"message_id":5}} | message 5
            type: ntfy, topic: oncall, url: "BASE"                      | {"id":"x"}                           | 200 {"id":"x"}
            type: jsm, key: KEY, url: "BASE"                            | {"requestId":"r"}                    | 200 {"requestId":"r"}
            """)
    void theAnswerIsPrinted(String channel, String answered, String printed) throws IOException {
        answer = answered == null ? "" : answered;
        assertThat(test(channel)).isEqualTo(new Said(0, "oncall took it: " + printed + "\n", ""));
        assertThat(received)
                .hasSize(1)
                .first()
                .asString()
                .contains(channel.contains("alertmanager") ? "Holdfast" : "TEST");

        status = 401;
        answer = "wrong key";
        assertThat(test(channel)).isEqualTo(new Said(1, "oncall refused it: 401 wrong key\n", ""));

        status = 503;
        answer = "";
        assertThat(test(channel)).isEqualTo(new Said(1, "oncall could not take it now: 503\n", ""));
    }

    @Test
    void aTemplateAndTheAddressOfThePagesShow() throws IOException {
        var file = configuration("type: ntfy, topic: oncall, url: \"BASE\", template: short", """
                templates: {short: {title: "{{event}} of ours", body: "see {{link}}"}}
                web: {external_url: "https://holdfast.example.com/"}
                """);

        assertThat(run("alert", "test", "oncall", "-c", file).exitCode()).isZero();
        assertThat(received)
                .singleElement()
                .asString()
                .contains("\"test of ours\"", "\"see https://holdfast.example.com/\"");
    }

    @Test
    void anUnknownChannelNamesThoseThatAre() throws IOException {
        var said = run("alert", "test", "onccall", "-c", configuration("type: ntfy, topic: t", ""));

        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).contains("There is no channel \"onccall\". The channels are: oncall");
        var nobody =
                Files.writeString(folder.resolve("none.yml"), "monitors: []").toString();
        assertThat(run("alert", "test", "oncall", "-c", nobody).err())
                .contains("There are none: add it under \"channels\".");
    }

    private Said test(String channel) throws IOException {
        return run("alert", "test", "oncall", "-c", configuration(channel, ""));
    }

    private String configuration(String channel, String more) throws IOException {
        var base = "http://127.0.0.1:" + receiver.getAddress().getPort();
        var yaml = "channels:\n  oncall: {" + channel.replace("BASE", base).replace("KEY", KEY) + "}\n" + more;
        return Files.writeString(folder.resolve("holdfast.yml"), yaml).toString();
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
