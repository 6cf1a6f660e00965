package dev.holdfast.alert;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.holdfast.incident.Event;
import dev.holdfast.incident.Notice;
import dev.holdfast.wire.Json;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// From the outbox through a real Alertmanager to a pager.
class RealAlertmanagerTest {
    @RegisterExtension
    private static final WireMockExtension PAGER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private static final InstantSource CLOCK = InstantSource.system();

    @TempDir
    Path folder;

    private final MemoryOutbox outbox = new MemoryOutbox();
    private final Channels channels = new Channels(CLOCK, URI.create("https://holdfast.example.com"));

    private RealAlertmanager alertmanager;
    private Courier courier;

    @BeforeEach
    void start() throws Exception {
        PAGER.stubFor(post(anyUrl()).willReturn(ok()));
        alertmanager = RealAlertmanager.start(folder, PAGER.url("/pager"));
        var settings = new Alertmanager.Settings(List.of(alertmanager.url()), Map.of(), null);
        var opened = channels.open(Map.of("oncall", settings));
        courier = new Courier(outbox, opened, _ -> {}, CLOCK, new Random(1), Duration.ZERO);
        courier.start();
    }

    @AfterEach
    void stop() {
        courier.close();
        channels.close();
        alertmanager.close();
    }

    @Test
    void aRegressionPagesIsRepeatedAndEnds() throws Exception {
        var incident = Incidents.open("inc_1", "oncall");
        outbox.owe(Incidents.notice(Event.INCIDENT_OPENED, incident, "oncall", Instant.now()));
        await().untilAsserted(() -> assertThat(pages()).hasSize(1));
        var firing = pages().getFirst();
        assertThat(firing.at("/status").asString()).isEqualTo("firing");
        assertThat(firing.at("/commonAnnotations/title").asString())
                .startsWith("REGRESSION feature_flags and 1 more 401 → 500");
        assertThat(firing.at("/alerts/0/generatorURL").asString())
                .isEqualTo("https://holdfast.example.com/incidents/inc_1");

        var before = alertmanager.endsAt();
        new Resender(courier::channels, () -> List.of(incident)).round();
        assertThat(alertmanager.endsAt()).isAfter(before);

        var over = Instant.now();
        outbox.owe(Incidents.notice(Event.INCIDENT_RESOLVED, Incidents.resolved(incident, over), "oncall", over));
        await().untilAsserted(() -> assertThat(pages()).hasSize(2));
        assertThat(pages().getLast().at("/status").asString()).isEqualTo("resolved");
        assertThat(pages().getLast().at("/alerts/0/fingerprint")).isEqualTo(firing.at("/alerts/0/fingerprint"));
    }

    @Test
    void aTestNotificationArrives() {
        outbox.owe(Notice.test("oncall", Instant.now()));

        await().untilAsserted(() -> assertThat(pages())
                .singleElement()
                .satisfies(page -> assertThat(page.at("/commonLabels/alertname").asString())
                        .isEqualTo("HoldfastTest")));
    }

    private static List<JsonNode> pages() {
        return PAGER.findAll(postRequestedFor(anyUrl())).stream()
                .map(request -> Json.tree(request.getBodyAsString()))
                .toList();
    }
}
