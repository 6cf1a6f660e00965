package dev.holdfast.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.observation.Answered;
import dev.holdfast.observation.NotTried;
import dev.holdfast.observation.Observation;
import dev.holdfast.observation.Trouble.Kind;
import dev.holdfast.observation.Unanswered;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Targets that mean harm, or are ill: each probe ends by its deadline, with the right kind of trouble, and leaves
/// nothing behind.
class HostileTest {
    private static final Duration DEADLINE = Duration.ofMillis(300);
    private static final Duration SLACK = Duration.ofMillis(700);
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    /// What such a target does.
    enum Harm {
        SILENCE(Kind.RESPONSE_TIMEOUT, talk -> {
            talk.hear();
            talk.awaitTheEnd();
        }),
        CLOSE(Kind.CLOSED_WITHOUT_ANSWER, ScriptedServer.Talk::hear),
        GARBAGE(Kind.MALFORMED_RESPONSE, talk -> {
            talk.hear();
            talk.say("\u0000\u0001\u0002 this is no HTTP at all\r\n\r\n");
        }),
        TRICKLED_HEADERS(Kind.HEADERS_TIMEOUT, talk -> {
            talk.hear();
            talk.say(OK);
            trickle(talk, "X-Slow: 1\r\n");
        }),
        ENDLESS_HEADERS(Kind.HEADERS_TOO_LARGE, talk -> {
            talk.hear();
            talk.say(OK);
            flood(talk, "X-More: and more\r\n");
        }),
        ENDLESS_HEADER_LINE(Kind.HEADERS_TOO_LARGE, talk -> {
            talk.hear();
            talk.say(OK + "X-Long: ");
            flood(talk, "and more and more ");
        }),
        TRICKLED_BODY(Kind.BODY_TIMEOUT, talk -> {
            talk.hear();
            talk.say(OK + "\r\n");
            trickle(talk, "x");
        }),
        ENDLESS_CHUNKED_BODY(null, talk -> {
            talk.hear();
            talk.say(OK + "Transfer-Encoding: chunked\r\n\r\n");
            flood(talk, "8\r\nand more\r\n");
        }),
        GZIP_BOMB(null, talk -> {
            talk.hear();
            talk.say(OK + "Content-Encoding: gzip\r\n\r\n");
            talk.say(bomb());
        }),
        BODY_CUT_SHORT(Kind.BODY_TRUNCATED, talk -> {
            talk.hear();
            talk.say(OK + "Content-Length: 100\r\n\r\nonly this");
        }),
        RESET_IN_THE_BODY(Kind.CONNECTION_RESET, talk -> {
            talk.hear();
            talk.say(OK + "Content-Length: 100\r\n\r\nonly this");
            talk.reset();
        });

        private final Kind kind;

        @SuppressWarnings("ImmutableEnumChecker") // a script has no state
        private final ScriptedServer.Script script;

        Harm(Kind kind, ScriptedServer.Script script) {
            this.kind = kind;
            this.script = script;
        }

        private static void flood(ScriptedServer.Talk talk, String what) throws IOException {
            var much = what.repeat(500).getBytes(StandardCharsets.ISO_8859_1);
            for (int i = 0; i < 100_000; i++) {
                talk.say(much);
            }
        }

        /// A byte now and then, until the peer has had enough.
        private static void trickle(ScriptedServer.Talk talk, String what) throws IOException, InterruptedException {
            var pace = new Semaphore(0);
            for (int i = 0; i < 1_000; i++) {
                talk.say(what.substring(i % what.length(), i % what.length() + 1));
                var _ = pace.tryAcquire(20, TimeUnit.MILLISECONDS);
            }
        }

        private static byte[] bomb() throws IOException {
            var packed = new ByteArrayOutputStream();
            try (OutputStream zip = new GZIPOutputStream(packed)) {
                var zeros = new byte[1 << 20];
                for (int i = 0; i < 64; i++) {
                    zip.write(zeros);
                }
            }
            return packed.toByteArray();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aProbeEndsByItsDeadlineWithTheRightKindOfTrouble(Harm harm) throws IOException {
        try (var server = ScriptedServer.playing(harm.script)) {
            var seen = Asking.of(server.at("/")).within(DEADLINE).probe();

            assertThat(trouble(seen)).isEqualTo(Optional.ofNullable(harm.kind));
            assertThat(seen.took()).isLessThan(DEADLINE.plus(SLACK));
        }
    }

    @Test
    void theStatusAndWhatWasReadAreKeptWhenTheBodyFails() throws IOException {
        try (var server = ScriptedServer.answering("HTTP/1.1 500 Oops\r\nContent-Length: 100\r\n\r\nonly this")) {
            var seen = Asking.of(server.at("/")).answer();

            assertThat(seen.status()).isEqualTo(500);
            assertThat(new String(seen.body().bytes(), StandardCharsets.UTF_8)).isEqualTo("only this");
        }
    }

    @Test
    void nothingIsKeptBeyondTheCap() throws IOException {
        try (var server = ScriptedServer.playing(Harm.GZIP_BOMB.script)) {
            var seen = Asking.of(server.at("/")).answer();

            assertThat(seen.body().size()).isEqualTo(64 * 1024);
            assertThat(seen.body().isTruncated()).isTrue();
        }
    }

    @Test
    void aTargetThatTakesNoConnectionIsDistinctFromOneThatRefuses() throws IOException {
        try (var full = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
                var _ = new Socket(full.getInetAddress(), full.getLocalPort());
                var _ = new Socket(full.getInetAddress(), full.getLocalPort())) {
            var url = URI.create("http://127.0.0.1:" + full.getLocalPort() + "/");
            assertThat(trouble(Asking.of(url).within(DEADLINE).probe())).contains(Kind.CONNECT_TIMEOUT);
        }
        int free = freePort();
        assertThat(trouble(
                        Asking.of(URI.create("http://127.0.0.1:" + free + "/")).probe()))
                .contains(Kind.REFUSED);
    }

    @Test
    void aHandshakeThatNeverEndsIsDistinctToo() throws IOException {
        try (var server = ScriptedServer.playing(ScriptedServer.Talk::awaitTheEnd)) {
            var url = URI.create("https://127.0.0.1:" + server.port() + "/");
            assertThat(trouble(Asking.of(url).within(DEADLINE).probe())).contains(Kind.TLS_TIMEOUT);
        }
    }

    @Test
    void hundredsOfThemLeaveNothingBehind() throws Exception {
        isFlatAfter(330);
    }

    /// `mvn test -Dtest=HostileTest -DexcludedGroups= -Dgroups=soak`
    @Test
    @Tag("soak")
    void fiveThousandOfThemLeaveNothingBehind() throws Exception {
        isFlatAfter(5_000);
    }

    private static void isFlatAfter(int probes) throws Exception {
        play(110); // whatever is made once is made now
        var before = Footprint.now();
        play(probes);
        await().untilAsserted(() -> {
            var after = Footprint.now();
            assertThat(after.descriptors()).isLessThanOrEqualTo(before.descriptors() + 5);
            assertThat(after.threads()).isLessThanOrEqualTo(before.threads() + 5);
            assertThat(after.heap()).isLessThan(before.heap() + (8 << 20));
        });
        System.out.println(probes + " hostile probes: before " + before + ", after " + Footprint.now());
    }

    private static void play(int count) throws Exception {
        var atOnce = new Semaphore(50);
        try (var probes = new Probes(Map.of(), AddressGuard.allowAll());
                var threads = Executors.newVirtualThreadPerTaskExecutor();
                var servers = new Servers()) {
            for (int i = 0; i < count; i++) {
                var server = servers.of(Harm.values()[i % Harm.values().length]);
                atOnce.acquire();
                threads.execute(() -> {
                    try {
                        Asking.of(server.at("/")).within(DEADLINE).by(probes);
                    } finally {
                        atOnce.release();
                    }
                });
            }
        }
    }

    /// One server for each harm.
    private static final class Servers implements AutoCloseable {
        private final Map<Harm, ScriptedServer> open = new EnumMap<>(Harm.class);

        ScriptedServer of(Harm harm) throws IOException {
            if (!open.containsKey(harm)) {
                open.put(harm, ScriptedServer.playing(harm.script));
            }
            return open.get(harm);
        }

        @Override
        public void close() throws IOException {
            for (var server : open.values()) {
                server.close();
            }
        }
    }

    /// What a process holds on to.
    private record Footprint(int descriptors, int threads, long heap) {
        static Footprint now() {
            System.gc();
            var memory = Runtime.getRuntime();
            return new Footprint(
                    Objects.requireNonNull(new File("/proc/self/fd").list()).length,
                    Thread.activeCount(),
                    memory.totalMemory() - memory.freeMemory());
        }
    }

    private static int freePort() throws IOException {
        try (var any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    private static Optional<Kind> trouble(Observation seen) {
        return switch (seen) {
            case Answered answered -> answered.trouble().map(trouble -> trouble.kind());
            case Unanswered unanswered -> Optional.of(unanswered.trouble().kind());
            case NotTried notTried -> throw new AssertionError(notTried.detail());
        };
    }
}
