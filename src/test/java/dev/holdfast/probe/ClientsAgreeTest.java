package dev.holdfast.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.observation.Answered;
import dev.holdfast.probe.HttpSettings.Client;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The exact client understands a server as `java.net.http` does.
class ClientsAgreeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\n\r\nto the end",
                "HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\nold",
                "HTTP/1.1 204 No Content\r\n\r\n",
                "HTTP/1.1 304 Not Modified\r\nETag: \"a\"\r\n\r\n",
                "HTTP/1.1 404 \r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 500 Oops\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6;ext=1\r\n world\r\n0\r\nTrailer: x\r\n\r\n",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Bearer\r\nWWW-Authenticate: Basic\r\n\r\n",
                "HTTP/1.1 200 OK\r\nX-Padded:    spaces   \r\nX-Empty:\r\n\r\nx"
            })
    void onStatusHeadersAndBody(String response) throws IOException {
        try (var server = ScriptedServer.answering(response)) {
            var exact = Asking.of(server.at("/")).by(Client.EXACT).answer();
            var jdk = Asking.of(server.at("/")).by(Client.JDK).answer();

            assertThat(exact.status()).isEqualTo(jdk.status());
            assertThat(exact.body()).isEqualTo(jdk.body());
            assertThat(exact.headers().fields())
                    .containsExactlyInAnyOrderElementsOf(jdk.headers().fields());
            assertThat(trouble(exact)).isEqualTo(trouble(jdk));
        }
    }

    private static boolean trouble(Answered answered) {
        return answered.trouble().isPresent();
    }
}
