package dev.holdfast.probe;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.holdfast.observation.Answered;
import dev.holdfast.observation.NotTried;
import dev.holdfast.observation.Observation;
import dev.holdfast.secret.Secret;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OAuth2CredentialTest {
    private final WireMockServer platform = new WireMockServer(wireMockConfig().dynamicPort());
    private Probes probes;
    private Probe monitor;

    @BeforeEach
    void open() throws UnusableSettingsException {
        platform.start();
        takes("first");
        probes = new Probes(
                Map.of(
                        "api",
                        new CredentialSettings.OAuth2(
                                URI.create(platform.baseUrl() + "/token"),
                                "holdfast",
                                new Secret("s3cret"),
                                "flags:write")),
                AddressGuard.allowAll());
        monitor = probes.http(
                Asking.of(URI.create(platform.baseUrl() + "/flags")).as("api").settings());
    }

    @AfterEach
    void close() {
        probes.close();
        platform.stop();
    }

    @Test
    void manyMonitorsShareOneToken() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Observation>> all = IntStream.range(0, 100)
                    .<Callable<Observation>>mapToObj(_ -> this::probe)
                    .toList();
            for (Future<Observation> seen : threads.invokeAll(all)) {
                assertThat(((Answered) seen.get()).status()).isEqualTo(200);
            }
        }
        platform.verify(1, postRequestedFor(urlEqualTo("/token")));
    }

    @Test
    void aTokenThatWasRevokedIsFetchedOnceMoreAndTheProbeIsGreen() {
        assertThat(((Answered) probe()).status()).isEqualTo(200);
        takes("second");

        assertThat(((Answered) probe()).status()).isEqualTo(200);
        platform.verify(2, postRequestedFor(urlEqualTo("/token")));
    }

    @Test
    void aProviderThatIsDownIsNotAskedByEveryMonitor() {
        platform.stubFor(post("/token").willReturn(aResponse().withStatus(503)));

        for (int i = 0; i < 20; i++) {
            var seen = (NotTried) probe();
            assertThat(seen.why()).isEqualTo(NotTried.Why.CREDENTIAL_PROVIDER_DOWN);
            assertThat(seen.detail())
                    .contains("the token provider", "answers 503")
                    .doesNotContain("s3cret");
        }
        platform.verify(1, postRequestedFor(urlEqualTo("/token")));
    }

    private Observation probe() {
        return monitor.probe();
    }

    /// The provider gives out `token`, and the platform takes no other.
    private void takes(String token) {
        platform.resetMappings();
        platform.stubFor(post("/token")
                .withHeader("Authorization", equalTo("Basic aG9sZGZhc3Q6czNjcmV0"))
                .withRequestBody(equalTo("grant_type=client_credentials&scope=flags%3Awrite"))
                .willReturn(aResponse().withBody("{\"access_token\":\"" + token + "\",\"expires_in\":3600}")));
        platform.stubFor(get("/flags").atPriority(2).willReturn(aResponse().withStatus(401)));
        platform.stubFor(get("/flags")
                .atPriority(1)
                .withHeader("Authorization", equalTo("Bearer " + token))
                .willReturn(aResponse().withStatus(200)));
    }
}
