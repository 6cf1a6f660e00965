package dev.holdfast.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.holdfast.observation.Answered;
import dev.holdfast.observation.Observation;
import dev.holdfast.observation.Peer;
import dev.holdfast.observation.Trouble.Kind;
import dev.holdfast.observation.Unanswered;
import dev.holdfast.probe.HttpSettings.Client;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What is wrong with a certificate is told apart, and what it says is known however the handshake ends: real
/// certificates, real handshakes.
class TlsTest {
    private static final String OURS = "san=ip:127.0.0.1";

    @TempDir
    private static Path folder;

    private static Authority authority;

    @BeforeAll
    static void makeCertificates() {
        authority = new Authority(folder)
                .makes("root", "Test Root", "-ext", "bc:c", "-validity", "30")
                .makes("middle", "Test Middle", "-signer", "root", "-ext", "bc:c", "-validity", "30")
                .makes("good", "good", "-signer", "middle", "-ext", OURS, "-validity", "20")
                .makes("expired", "expired", "-signer", "root", "-ext", OURS, "-startdate", "-10d", "-validity", "5")
                .makes("early", "early", "-signer", "root", "-ext", OURS, "-startdate", "+5d", "-validity", "5")
                .makes("other", "other", "-signer", "root", "-ext", "san=dns:other.example", "-validity", "20")
                .makes("alone", "alone", "-ext", OURS, "-validity", "20")
                .makes("stranger", "Strange Root", "-ext", "bc:c", "-validity", "30")
                .makes("strange", "strange", "-signer", "stranger", "-ext", OURS, "-validity", "20")
                .makes(
                        "stale",
                        "Stale Middle",
                        "-signer",
                        "root",
                        "-ext",
                        "bc:c",
                        "-startdate",
                        "-10d",
                        "-validity",
                        "5")
                .makes("behind", "behind", "-signer", "stale", "-ext", OURS, "-validity", "20");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "expired  | 2 | CERTIFICATE_EXPIRED       | -5 | the certificate of CN=expired expired ",
                "early    | 2 | CERTIFICATE_NOT_YET_VALID | 10 | the certificate of CN=early is not valid before ",
                "other    | 2 | WRONG_HOST                | 20 | the certificate is for other.example, not for 127.0.0.1",
                "alone    | 1 | SELF_SIGNED               | 20 | the certificate of CN=alone is signed by itself",
                "strange  | 2 | UNTRUSTED                 | 20 | the authority CN=Strange Root is not trusted",
                "good     | 1 | INCOMPLETE_CHAIN          | 20 | the issuer of the certificate, CN=Test Middle, was not sent along",
                "behind   | 3 | CERTIFICATE_EXPIRED       | -5 | the certificate of CN=Stale Middle expired ",
            })
    void eachReasonIsToldApartAndTheExpiryIsKnown(String alias, int length, Kind kind, int days, String detail)
            throws IOException {
        for (var client : Client.values()) {
            var silence = (Unanswered) probe(client, authority.showing(alias, length), true);

            assertThat(silence.trouble().kind()).as(client + ", " + alias).isEqualTo(kind);
            assertThat(silence.trouble().detail()).as(client + ", " + alias).startsWith(detail);
            endsIn(days, silence.peer());
        }
    }

    @ParameterizedTest
    @EnumSource(Client.class)
    void aWholeChainIsTrusted(Client client) throws IOException {
        var answer = (Answered) probe(client, authority.showing("good", 2), true);

        assertThat(answer.status()).isEqualTo(200);
        endsIn(20, answer.peer());
    }

    @ParameterizedTest
    @EnumSource(Client.class)
    void whoVerifiesNothingStillKnowsTheExpiry(Client client) throws IOException {
        var answer = (Answered) probe(client, authority.showing("expired", 2), false);

        assertThat(answer.status()).isEqualTo(200);
        endsIn(-5, answer.peer());
    }

    @Test
    void theCertificateShownIsKnownInFull() throws IOException {
        var silence = (Unanswered) probe(Client.EXACT, authority.showing("other", 2), true);

        assertThat(Objects.requireNonNull(Objects.requireNonNull(silence.peer()).tls())
                        .chain())
                .first(InstanceOfAssertFactories.type(Peer.Certificate.class))
                .satisfies(certificate -> {
                    assertThat(certificate.subject()).isEqualTo("CN=other");
                    assertThat(certificate.issuer()).isEqualTo("CN=Test Root");
                    assertThat(certificate.names()).containsExactly("other.example");
                });
    }

    private static Observation probe(Client client, SSLContext shown, boolean verify) throws IOException {
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(shown));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            return Asking.of(URI.create(
                            "https://127.0.0.1:" + server.getAddress().getPort() + "/"))
                    .by(client)
                    .tls(new HttpSettings.Tls(verify, authority.pem("root"), null, null, null))
                    .probe();
        } finally {
            server.stop(0);
        }
    }

    /// Whether the earliest end of what was shown is `days` from now.
    private static void endsIn(int days, @Nullable Peer peer) {
        assertThat(Objects.requireNonNull(peer).earliestExpiry().orElseThrow())
                .isCloseTo(Instant.now().plus(Duration.ofDays(days)), within(1, ChronoUnit.HOURS));
    }
}
