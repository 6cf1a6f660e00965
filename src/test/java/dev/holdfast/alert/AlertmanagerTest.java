package dev.holdfast.alert;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static dev.holdfast.alert.Incidents.OPENED;
import static dev.holdfast.alert.Incidents.open;
import static dev.holdfast.alert.Incidents.opened;
import static dev.holdfast.alert.Incidents.outage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.holdfast.incident.Event;
import dev.holdfast.incident.Notice;
import dev.holdfast.secret.Secret;
import dev.holdfast.wire.Json;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class AlertmanagerTest {
    @RegisterExtension
    private static final WireMockExtension CLUSTER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private final HeldClock clock = new HeldClock(Incidents.OPENED_AT);
    private final Sent earlier = new Sent();
    private final Channels channels = new Channels(clock, null, earlier);

    @AfterEach
    void close() {
        channels.close();
    }

    @Test
    void anIncidentIsOneAlertThatEndsByItselfUnlessRepeated() {
        answers("/a", ok());

        assertThat(alertmanager("/a").deliver(opened("inc_1", "oncall"))).isInstanceOf(Delivery.Sent.class);

        var alert = received("/a").getFirst();
        assertThat(alert.at("/labels").toString())
                .isEqualTo("{\"alertname\":\"HoldfastRegression\",\"monitor\":\"feature_flags\",\"group\":\"admin\","
                        + "\"severity\":\"critical\",\"cause\":\"relation_missing\",\"kind\":\"regression\","
                        + "\"incident\":\"inc_1\",\"team\":\"web\"}");
        assertThat(alert.at("/annotations/title").asString())
                .startsWith("REGRESSION feature_flags and 1 more 401 → 500");
        assertThat(alert.at("/annotations/evidence").asString()).isEqualTo(Incidents.EVIDENCE);
        assertThat(alert.at("/annotations/affected").asString()).isEqualTo("feature_flags, modules");
        assertThat(alert.at("/annotations/impact").asString())
                .isEqualTo("contract waiting on feature flags, 925000 GBP");
        assertThat(alert.at("/annotations/runbook_url").asString())
                .isEqualTo("https://wiki.example.com/runbooks/analytics-modules");
        assertThat(alert.at("/startsAt").asString()).isEqualTo("2026-01-02T03:04:04Z");
        assertThat(alert.at("/endsAt").asString()).isEqualTo("2026-01-02T03:08:05Z");
    }

    @Test
    void theAlertStaysTheSameWhenTheIncidentChanges() {
        answers("/a", ok());
        var channel = alertmanager("/a");

        earlier.by(channel, Incidents.notice(Event.INCIDENT_OPENED, outage("inc_1", "oncall"), "oncall", OPENED));
        channel.remind(List.of(open("inc_1", "oncall")));

        assertThat(received("/a"))
                .extracting(alert -> alert.at("/labels"))
                .hasSize(2)
                .containsOnly(received("/a").getFirst().at("/labels"));
        assertThat(received("/a").getLast().at("/annotations/title").asString()).startsWith("REGRESSION");
    }

    @Test
    void everyAlertmanagerOfTheClusterIsTold() {
        answers("/a", ok());
        answers("/b", ok());

        alertmanager("/a", "/b").deliver(opened("inc_1", "oncall"));

        assertThat(received("/a")).hasSize(1);
        assertThat(received("/b")).hasSize(1);
    }

    @Test
    void oneThatTookItIsEnough() {
        answers("/a", serverError());
        answers("/b", ok());

        assertThat(alertmanager("/a", "/b").deliver(opened("inc_1", "oncall")))
                .isEqualTo(new Delivery.Sent("500; 200"));
    }

    @Test
    void itIsTriedAgainWhileOneMayStillTakeIt() {
        answers("/a", aResponse().withStatus(400).withBody("\"bad\""));
        answers("/b", aResponse().withStatus(503).withHeader("Retry-After", "7"));

        assertThat(alertmanager("/a", "/b").deliver(opened("inc_1", "oncall")))
                .isEqualTo(new Delivery.TryLater(Duration.ofSeconds(7), "400 \"bad\"; 503"));
        assertThat(alertmanager("/a").deliver(opened("inc_1", "oncall"))).isEqualTo(new Delivery.GaveUp("400 \"bad\""));
    }

    @Test
    void openIncidentsAreRepeatedAndResolvedOnesForAWhile() {
        answers("/a", ok());
        var over = Incidents.resolved(open("inc_2", "oncall"), OPENED.plusSeconds(30));
        var elsewhere = open("inc_3", "other");
        var incidents = List.of(open("inc_1", "oncall"), over, elsewhere);
        var channel = alertmanager("/a");

        clock.advance(Duration.ofMinutes(5));
        channel.remind(incidents);
        clock.advance(Duration.ofMinutes(1));
        channel.remind(incidents);

        assertThat(received("/a"))
                .extracting(alert -> alert.at("/labels/incident").asString() + " ends "
                        + alert.at("/endsAt").asString())
                .containsExactly(
                        "inc_1 ends 2026-01-02T03:13:05Z",
                        "inc_2 ends 2026-01-02T03:04:35Z",
                        "inc_1 ends 2026-01-02T03:14:05Z");
    }

    @Test
    void manyIncidentsGoInBatches() {
        answers("/a", ok());
        var incidents = IntStream.range(0, 600)
                .mapToObj(i -> open("inc_" + i, "oncall"))
                .toList();

        alertmanager("/a").remind(incidents);

        assertThat(CLUSTER.findAll(postRequestedFor(urlEqualTo("/a/api/v2/alerts"))))
                .extracting(request -> Json.tree(request.getBodyAsString()).size())
                .containsExactly(256, 256, 88);
    }

    @Test
    void blindnessIsRepeatedUntilItSeesAgain() {
        answers("/a", ok());
        var channel = alertmanager("/a");

        channel.deliver(new Notice("msg_1", Event.MONITOR_BLIND, "oncall", OPENED, OPENED, null));
        clock.advance(Duration.ofMinutes(1));
        channel.remind(List.of());
        var sighted = clock.instant();
        channel.deliver(new Notice("msg_2", Event.MONITOR_SIGHTED, "oncall", sighted, sighted, null));
        channel.remind(List.of());

        assertThat(received("/a"))
                .extracting(alert -> alert.at("/labels/alertname").asString() + " ends "
                        + alert.at("/endsAt").asString())
                .containsExactly(
                        "HoldfastBlind ends 2026-01-02T03:08:05Z",
                        "HoldfastBlind ends 2026-01-02T03:09:05Z",
                        "HoldfastBlind ends 2026-01-02T03:05:05Z");
    }

    @Test
    void aTestEndsByItself() {
        answers("/a", ok());

        alertmanager("/a").deliver(Notice.test("oncall", OPENED));

        assertThat(received("/a").getFirst().at("/labels/alertname").asString()).isEqualTo("HoldfastTest");
        assertThat(received("/a").getFirst().at("/endsAt").asString()).isEqualTo("2026-01-02T03:08:05Z");
    }

    @Test
    void aChannelWhoseSettingsAreTheSameStaysTheSame() {
        assertThat(alertmanager("/a")).isSameAs(alertmanager("/a")).isNotSameAs(alertmanager("/b"));
    }

    @Test
    void refusesToTellNobody() {
        assertThatThrownBy(() -> new Alertmanager.Settings(List.of(), Map.of(), null))
                .hasMessage("no url: name every Alertmanager of the cluster");
    }

    private Channel alertmanager(String... paths) {
        var urls = Stream.of(paths).map(path -> URI.create(CLUSTER.url(path))).toList();
        var settings = new Alertmanager.Settings(urls, Map.of("team", "web"), new Secret("Bearer t"));
        return Objects.requireNonNull(channels.open(Map.of("oncall", settings)).get("oncall"));
    }

    private static void answers(String path, ResponseDefinitionBuilder answer) {
        CLUSTER.stubFor(post(path + "/api/v2/alerts").willReturn(answer));
    }

    private static List<JsonNode> received(String path) {
        return CLUSTER
                .findAll(postRequestedFor(urlEqualTo(path + "/api/v2/alerts"))
                        .withHeader("Authorization", equalTo("Bearer t")))
                .stream()
                .flatMap(request -> Json.tree(request.getBodyAsString()).valueStream())
                .toList();
    }
}
