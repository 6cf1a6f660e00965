package dev.holdfast.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.observation.Peer;
import dev.holdfast.observation.Phases.Phase;
import dev.holdfast.observation.Trouble.Kind;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ExactExchangeTest {

    @Test
    void anAnswerIsTakenInWhole() throws Exception {
        try (var server = ScriptedServer.answering(
                "HTTP/1.1 500 Oops\r\nContent-Length: 5\r\nX-Twice: a\r\nx-twice: b\r\n\r\nhello")) {
            var answer = Asking.of(server.at("/x?y=1")).answer();

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.headers().all("X-Twice")).containsExactly("a", "b");
            assertThat(text(answer.body().bytes())).isEqualTo("hello");
            assertThat(answer.trouble()).isEmpty();
            assertThat(answer.request().uri()).isEqualTo(server.at("/x?y=1"));
            assertThat(answer.peer()).isEqualTo(new Peer(InetAddress.ofLiteral("127.0.0.1"), server.port(), null));
            assertThat(answer.phases().durations()).containsOnlyKeys(Phase.CONNECT, Phase.PROCESSING, Phase.TRANSFER);
        }
    }

    @Test
    void aRequestSaysWhoAsksAndWhatItUnderstands() throws Exception {
        try (var server = ScriptedServer.answering("HTTP/1.1 204 No Content\r\n\r\n")) {
            Asking.of(server.at(""))
                    .posting("{\"a\":\"ü\"}")
                    .header("X-Key", "1")
                    .answer();

            assertThat(server.requests().getFirst().split("\r\n"))
                    .containsExactly(
                            "POST / HTTP/1.1",
                            "Host: 127.0.0.1:" + server.port(),
                            "X-Key: 1",
                            "User-Agent: Holdfast/development",
                            "Accept: */*",
                            "Accept-Encoding: gzip, deflate",
                            "Connection: close",
                            "Content-Length: 10");
        }
    }

    @Test
    void silenceEndsAtTheDeadline() throws Exception {
        try (var server = ScriptedServer.playing(ScriptedServer.Talk::awaitTheEnd)) {
            var silence =
                    Asking.of(server.at("/")).within(Duration.ofMillis(200)).silence();

            assertThat(silence.trouble().kind()).isEqualTo(Kind.RESPONSE_TIMEOUT);
            assertThat(silence.took()).isBetween(Duration.ofMillis(200), Duration.ofMillis(600));
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
