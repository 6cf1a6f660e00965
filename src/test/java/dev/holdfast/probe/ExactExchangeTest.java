package dev.holdfast.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.observation.Answered;
import dev.holdfast.observation.Peer;
import dev.holdfast.observation.Phases.Phase;
import dev.holdfast.observation.Trouble.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExactExchangeTest {

    @Test
    void anAnswerIsTakenInWhole() throws Exception {
        try (var server = ScriptedServer.answering(
                "HTTP/1.1 500 Oops\r\nContent-Length: 5\r\nX-Twice: a\r\nx-twice: b\r\n\r\nhello")) {
            var answer = Asking.of(server.at("/x?y=1")).answer();

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.headers().all("X-Twice")).containsExactly("a", "b");
            assertThat(text(answer)).isEqualTo("hello");
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
    void whatTheUserSetIsSentInsteadOfTheUsual() throws Exception {
        try (var server = ScriptedServer.answering("HTTP/1.1 204 No Content\r\n\r\n")) {
            Asking.of(server.at("/"))
                    .header("host", "other.example")
                    .header("user-agent", "me")
                    .header("accept", "a/b")
                    .header("accept-encoding", "identity")
                    .header("connection", "keep-alive")
                    .answer();

            assertThat(server.requests().getFirst().split("\r\n"))
                    .containsExactly(
                            "GET / HTTP/1.1",
                            "host: other.example",
                            "user-agent: me",
                            "accept: a/b",
                            "accept-encoding: identity",
                            "connection: keep-alive");
        }
    }

    @Test
    void aProbeIsOneConnectionAndOneRequest() throws Exception {
        try (var server = ScriptedServer.playing(ScriptedServer.Talk::hear)) {
            var silence = Asking.of(server.at("/")).silence();

            assertThat(silence.trouble().kind()).isEqualTo(Kind.CLOSED_WITHOUT_ANSWER);
            assertThat(server.requests()).hasSize(1);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a length                    | Content-Length: 5~~hello                                         | hello |
            the same length twice       | Content-Length: 5~Content-Length: 5~~hello                       | hello |
            more than the length        | Content-Length: 5~~hello and more                                | hello |
            less than the length        | Content-Length: 9~~hello                                         | hello | BODY_TRUNCATED
            two different lengths       | Content-Length: 5~Content-Length: 6~~hello                       | ''    | MALFORMED_RESPONSE
            a length that is none       | Content-Length: -5~~hello                                        | ''    | MALFORMED_RESPONSE
            neither length nor chunks   | X: y~~hello                                                      | hello |
            chunks                      | Transfer-Encoding: chunked~~2~he~3~llo~0~~                       | hello |
            chunks before a length      | Transfer-Encoding: chunked~Content-Length: 2~~5~hello~0~~        | hello |
            extensions and trailers     | Transfer-Encoding: chunked~~5 ;a="b";c~hello~0;d~X: y~Z: z~~     | hello |
            chunks without the last     | Transfer-Encoding: chunked~~5~hello~                             | hello | BODY_TRUNCATED
            chunks without a last line  | Transfer-Encoding: chunked~~5~hello~0~                           | hello | BODY_TRUNCATED
            a chunk without a size      | Transfer-Encoding: chunked~~5~hello~x~                           | hello | MALFORMED_RESPONSE
            a chunk longer than it says | Transfer-Encoding: chunked~~4~hello~0~~                          | hell  | MALFORMED_RESPONSE
            an unknown transfer coding  | Transfer-Encoding: zap~~hello                                    | hello | BODY_ENCODING
            an unknown content coding   | Content-Length: 5~Content-Encoding: br~~hello                    | hello | BODY_ENCODING
            gzip that is none           | Content-Length: 5~Content-Encoding: gzip~~hello                  | hello | BODY_ENCODING
            gzip of nothing             | Content-Length: 0~Content-Encoding: gzip~~                       | ''    |
            too many codings            | Content-Length: 5~Content-Encoding: gzip,gzip,gzip,gzip~~hello   | hello | BODY_ENCODING
            """)
    void aBodyEndsWhereItsFramingSays(String what, String headersAndBody, String body, Kind trouble) throws Exception {
        try (var server = ScriptedServer.answering("HTTP/1.1 200 OK\r\n" + headersAndBody.replace("~", "\r\n"))) {
            var answer = Asking.of(server.at("/")).answer();

            assertThat(answer.status()).isEqualTo(200);
            assertThat(text(answer)).as(what).isEqualTo(body);
            assertThat(answer.trouble().map(it -> it.kind()).orElse(null))
                    .as(what)
                    .isEqualTo(trouble);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 204 No Content", "HTTP/1.1 304 Not Modified", "HTTP/1.1 101 Switching Protocols"})
    void someAnswersHaveNoBodyWhateverTheySay(String status) throws Exception {
        try (var server = ScriptedServer.playing(talk -> {
            talk.hear();
            talk.say(status + "\r\nContent-Length: 5\r\n\r\n");
            talk.awaitTheEnd();
        })) {
            var answer = Asking.of(server.at("/")).answer();

            assertThat(answer.trouble()).isEmpty();
            assertThat(answer.body().size()).isZero();
        }
    }

    @Test
    void theAnswerToHeadHasNoBody() throws Exception {
        try (var server = ScriptedServer.playing(talk -> {
            talk.hear();
            talk.say("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Encoding: gzip\r\n\r\n");
            talk.awaitTheEnd();
        })) {
            assertThat(Asking.of(server.at("/")).method("HEAD").answer().trouble())
                    .isEmpty();
        }
    }

    @Test
    void interimAnswersArePassedOver() throws Exception {
        try (var server = ScriptedServer.playing(talk -> {
            talk.hear();
            talk.say("HTTP/1.1 100 Continue\r\n\r\n");
            talk.say("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n");
            talk.say("HTTP/1.1 200 OK\r\nX: y\r\n\r\nhello");
        })) {
            var answer = Asking.of(server.at("/")).answer();

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers().first("link")).isEmpty();
            assertThat(text(answer)).isEqualTo("hello");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HTTP/1.0 200 OK~~             | 200
            HTTP/1.1 200~~                | 200
            HTTP/1.1  404  Not  Found~~   | 404
            HTTP/1.1 999 Odd~~            | 999
            """)
    void aStatusLineNeedsNotBePretty(String head, int status) throws Exception {
        try (var server = ScriptedServer.answering(head.replace("~", "\r\n"))) {
            assertThat(Asking.of(server.at("/")).answer().status()).isEqualTo(status);
        }
    }

    @Test
    void headersNeedNotBePretty() throws Exception {
        try (var server = ScriptedServer.answering(
                "HTTP/1.1 200 OK~A:1~B :  2 ~C: 3~  and more~Empty:~Content-Length: 2~~ok".replace('~', '\n'))) {
            var answer = Asking.of(server.at("/")).answer();

            assertThat(answer.headers().first("a")).contains("1");
            assertThat(answer.headers().first("b")).contains("2");
            assertThat(answer.headers().first("c")).contains("3 and more");
            assertThat(answer.headers().first("empty")).contains("");
            assertThat(text(answer)).isEqualTo("ok");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/2 200 OK~~",
                "ICY 200 OK~~",
                "SSH-2.0-OpenSSH_9.2p1~",
                "<html>hello</html>",
                "HTTP/1.1 20 OK~~",
                "HTTP/1.1 OK~~",
                "HTTP/1.1 099 OK~~",
                "HTTP/1.1 200 OK~no colon~~",
                "HTTP/1.1 200 OK~: no name~~",
                "HTTP/1.1 200 OK~ continues nothing~~",
                "HTTP/1.1 200 OK~X: never ends",
                "~~HTTP/1.1 200 OK~~"
            })
    void whatIsNotHttpIsMalformed(String answer) throws Exception {
        try (var server = ScriptedServer.answering(answer.replace("~", "\r\n"))) {
            assertThat(Asking.of(server.at("/")).silence().trouble().kind()).isEqualTo(Kind.MALFORMED_RESPONSE);
        }
    }

    @Test
    void aBodyIsKeptToTheCapAndReadNoFurther() throws Exception {
        try (var server = ScriptedServer.playing(talk -> {
            talk.hear();
            talk.say("HTTP/1.1 500 Oops\r\nContent-Length: 10000000000\r\n\r\nrelation \"x\" does not exist");
            talk.sayForEver(new byte[100_000]);
        })) {
            var answer = Asking.of(server.at("/")).answer();

            assertThat(answer.body().size()).isEqualTo(64 * 1024);
            assertThat(answer.body().isTruncated()).isTrue();
            assertThat(answer.trouble()).isEmpty();
            assertThat(text(answer)).startsWith("relation \"x\" does not exist");
        }
    }

    @Test
    void aBodyThatJustFitsIsNotTruncated() throws Exception {
        try (var server =
                ScriptedServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 65536\r\n\r\n" + "x".repeat(65_536))) {
            var answer = Asking.of(server.at("/")).answer();

            assertThat(answer.body().size()).isEqualTo(65_536);
            assertThat(answer.body().isTruncated()).isFalse();
        }
    }

    @Test
    void aResetInTheBodyKeepsTheStatus() throws Exception {
        try (var server = ScriptedServer.playing(talk -> {
            talk.hear();
            talk.say("HTTP/1.1 503 Busy\r\nContent-Length: 9\r\n\r\nhello");
            talk.reset();
        })) {
            var answer = Asking.of(server.at("/")).answer();

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.trouble().orElseThrow().kind()).isEqualTo(Kind.CONNECTION_RESET);
        }
    }

    @Test
    void anAnswerGivenBeforeTheRequestWasTakenCounts() throws Exception {
        try (var server = ScriptedServer.playing(talk -> {
            talk.say("HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n");
            talk.finish();
            talk.awaitTheEnd();
        })) {
            assertThat(Asking.of(server.at("/"))
                            .posting("x".repeat(100_000))
                            .answer()
                            .status())
                    .isEqualTo(413);
        }
    }

    @Test
    void gzipAndBothKindsOfDeflateAreTakenOff() throws Exception {
        assertThat(text(coded("gzip", gzip("hello")))).isEqualTo("hello");
        assertThat(text(coded("x-gzip", gzip("hello")))).isEqualTo("hello");
        assertThat(text(coded("deflate", deflate("hello", false)))).isEqualTo("hello");
        assertThat(text(coded("deflate", deflate("hello", true)))).isEqualTo("hello");
        assertThat(text(coded("deflate, gzip", gzip(deflate("hello", false))))).isEqualTo("hello");
    }

    @Test
    void whatCouldBeDecodedIsKept() throws Exception {
        var whole = gzip("hello ".repeat(10_000).concat("end"));
        var answer = coded("gzip", Arrays.copyOf(whole, whole.length - 20));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.trouble().orElseThrow().kind()).isEqualTo(Kind.BODY_ENCODING);
        assertThat(text(answer)).startsWith("hello hello");
    }

    @Test
    void aBombIsHarmless() throws Exception {
        var answer = coded("gzip, gzip", gzip(gzip("\0".repeat(100_000_000))));

        assertThat(answer.body().size()).isEqualTo(64 * 1024);
        assertThat(answer.body().isTruncated()).isTrue();
        assertThat(answer.trouble()).isEmpty();
    }

    private static Answered coded(String coding, byte[] body) throws IOException {
        try (var server = ScriptedServer.playing(talk -> {
            talk.hear();
            talk.say("HTTP/1.1 200 OK\r\nContent-Encoding: " + coding + "\r\nContent-Length: " + body.length
                    + "\r\n\r\n");
            talk.say(body);
            talk.awaitTheEnd();
        })) {
            return Asking.of(server.at("/")).answer();
        }
    }

    private static byte[] gzip(String text) throws IOException {
        return gzip(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var coded = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(coded)) {
            out.write(bytes);
        }
        return coded.toByteArray();
    }

    private static byte[] deflate(String text, boolean bare) throws IOException {
        var coded = new ByteArrayOutputStream();
        try (var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, bare);
                var out = new DeflaterOutputStream(coded, deflater)) {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        }
        return coded.toByteArray();
    }

    private static String text(Answered answer) {
        return new String(answer.body().bytes(), StandardCharsets.ISO_8859_1);
    }
}
