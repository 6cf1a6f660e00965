package dev.holdfast.probe;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.holdfast.observation.Answered;
import dev.holdfast.observation.NotTried;
import dev.holdfast.observation.Trouble.Kind;
import dev.holdfast.probe.HttpSettings.Client;
import dev.holdfast.probe.HttpSettings.Redirects;
import dev.holdfast.secret.Secret;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RedirectTest {
    private static final Map<String, CredentialSettings> ADMIN =
            Map.of("admin", new CredentialSettings.Bearer(new Secret("t0ken")));

    private final WireMockServer here = new WireMockServer(wireMockConfig().dynamicPort());
    private final WireMockServer there = new WireMockServer(wireMockConfig().dynamicPort());

    @BeforeEach
    void open() {
        here.start();
        there.start();
        here.stubFor(
                any(urlEqualTo("/end")).willReturn(aResponse().withStatus(200).withBody("end")));
        there.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200).withBody("elsewhere")));
        redirects("/slash", 307, "/end");
        redirects("/away", 302, there.baseUrl() + "/away");
        redirects("/loop", 302, "/loop2");
        redirects("/loop2", 302, "/loop");
        redirects("/nowhere", 302, "gopher://example.com/");
    }

    @AfterEach
    void close() {
        here.stop();
        there.stop();
    }

    @ParameterizedTest
    @EnumSource
    void withoutBeingToldTheRedirectIsTheAnswer(Client client) {
        var seen = Asking.of(at("/slash")).by(client).answer();

        assertThat(seen.status()).isEqualTo(307);
        assertThat(seen.hops()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyHopIsRecorded(Client client) {
        var seen =
                Asking.of(at("/slash")).by(client).redirects(Redirects.FOLLOW).answer();

        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.request().uri()).isEqualTo(at("/end"));
        assertThat(seen.hops()).containsExactly(new Answered.Hop(307, at("/slash"), "/end"));
    }

    @Test
    void anotherOriginIsToldNothingOfWhoWeAre() {
        try (var probes = new Probes(ADMIN, AddressGuard.allowAll())) {
            var seen = (Answered) Asking.of(at("/away"))
                    .as("admin")
                    .header("X-Api-Key", "k3y")
                    .redirects(Redirects.FOLLOW)
                    .by(probes);

            assertThat(seen.request().credential()).isNull();
            here.verify(getRequestedFor(urlEqualTo("/away")).withHeader("Authorization", equalTo("Bearer t0ken")));
            there.verify(getRequestedFor(urlEqualTo("/away"))
                    .withoutHeader("Authorization")
                    .withoutHeader("X-Api-Key"));
        }
    }

    @Test
    void sameOriginStopsAtTheFirstHopElsewhere() {
        assertThat(Asking.of(at("/slash"))
                        .redirects(Redirects.SAME_ORIGIN)
                        .answer()
                        .status())
                .isEqualTo(200);
        assertThat(Asking.of(at("/away"))
                        .redirects(Redirects.SAME_ORIGIN)
                        .answer()
                        .status())
                .isEqualTo(302);
        there.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void loopsAndStrangeTargetsAreTold() {
        assertThat(broken("/loop")).isEqualTo(Kind.REDIRECT_LOOP);
        assertThat(broken("/nowhere")).isEqualTo(Kind.REDIRECT_INVALID);
    }

    @Test
    void theGuardLooksAtEveryHopBeforeAnyPacket() {
        try (var probes = new Probes(Map.of(), AddressGuard.publicOnly())) {
            var seen = Asking.of(at("/slash")).by(probes);

            assertThat(seen).isInstanceOf(NotTried.class);
            assertThat(((NotTried) seen).why()).isEqualTo(NotTried.Why.ADDRESS_REFUSED);
            here.verify(0, getRequestedFor(anyUrl()));
        }
    }

    private Kind broken(String path) {
        return Asking.of(at(path))
                .redirects(Redirects.FOLLOW)
                .answer()
                .trouble()
                .orElseThrow()
                .kind();
    }

    private void redirects(String path, int status, String location) {
        here.stubFor(
                any(urlEqualTo(path)).willReturn(aResponse().withStatus(status).withHeader("Location", location)));
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + here.port() + path);
    }
}
