package dev.holdfast.alert;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static dev.holdfast.alert.Incidents.opened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.holdfast.incident.Notice;
import dev.holdfast.secret.Secret;
import dev.holdfast.wire.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WebhookTest {
    @RegisterExtension
    private static final WireMockExtension RECEIVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private final HeldClock clock = new HeldClock(Incidents.OPENED_AT);
    private final Channels channels = new Channels(clock, URI.create("https://holdfast.example.com/"));

    @AfterEach
    void close() {
        channels.close();
    }

    @Test
    void sendsTheBodyOfTheContractUnderTheIdOfTheNotification() {
        answer(noContent());

        var delivery = webhook(null, Webhook.Format.STANDARD).deliver(opened("inc_1", "oncall"));

        assertThat(delivery).isEqualTo(new Delivery.Sent("204"));
        assertThat(received().getHeader("Content-Type")).isEqualTo("application/json");
        assertThat(received().getHeader("webhook-id")).isEqualTo("msg_inc_1_incident.opened_oncall");
        assertThat(received().getHeader("webhook-timestamp"))
                .isEqualTo("" + clock.instant().getEpochSecond());
        assertThat(received().containsHeader("webhook-signature")).isFalse();
        var body = Json.tree(received().getBodyAsString());
        assertThat(body.at("/type").asString()).isEqualTo("incident.opened");
        assertThat(body.at("/data/title").asString())
                .isEqualTo("REGRESSION feature_flags and 1 more 401 → 500: relation \"analytics_modules\" does not"
                        + " exist (fixed 2025-09-18 by 003_add_phase3_enhancements; 2nd time)");
        assertThat(body.at("/data/incident/relation").asString()).isEqualTo("analytics_modules");
    }

    @Test
    void signsIdTimeAndBodyWithTheDecodedSecret() throws Exception {
        answer(noContent());
        var key = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
        var secret = "whsec_" + Base64.getEncoder().encodeToString(key);

        webhook(secret, Webhook.Format.STANDARD).deliver(opened("inc_1", "oncall"));

        assertThat(received().getHeader("webhook-signature")).isEqualTo("v1," + hmac(key, received()));
    }

    @Test
    void signsWithAPlainSecretAsItIs() throws Exception {
        answer(noContent());

        webhook("open sesame", Webhook.Format.STANDARD).deliver(opened("inc_1", "oncall"));

        assertThat(received().getHeader("webhook-signature"))
                .isEqualTo("v1," + hmac("open sesame".getBytes(StandardCharsets.UTF_8), received()));
    }

    /// The example that the specification of Standard Webhooks gives.
    @Test
    void signsAsTheSpecificationDoes() {
        var signature = new Signature(new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

        assertThat(signature.of(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek", Instant.ofEpochSecond(1614265330), "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void sendsTheHeadersItWasGiven() {
        answer(noContent());

        webhook(null, Webhook.Format.STANDARD).deliver(Notice.test("oncall", clock.instant()));

        assertThat(received().getHeader("X-Api-Key")).isEqualTo("k");
    }

    @Test
    void speaksAlertmanagersWebhookToo() {
        answer(noContent());

        webhook(null, Webhook.Format.ALERTMANAGER).deliver(Incidents.resolved("inc_1", "oncall"));

        var body = Json.tree(received().getBodyAsString());
        assertThat(body.at("/version").asString()).isEqualTo("4");
        assertThat(body.at("/status").asString()).isEqualTo("resolved");
        assertThat(body.at("/receiver").asString()).isEqualTo("oncall");
        assertThat(body.at("/groupKey").asString()).isEqualTo("holdfast:inc_1");
        assertThat(body.at("/truncatedAlerts").asInt()).isZero();
        assertThat(body.at("/externalURL").asString()).isEqualTo("https://holdfast.example.com/");
        assertThat(body.at("/groupLabels").toString())
                .isEqualTo("{\"alertname\":\"HoldfastRegression\",\"incident\":\"inc_1\"}");
        assertThat(body.at("/commonLabels/cause").asString()).isEqualTo("relation_missing");
        assertThat(body.at("/commonLabels/monitor").isMissingNode()).isTrue();
        assertThat(body.at("/alerts").size()).isEqualTo(2);
        assertThat(body.at("/alerts/1/labels/monitor").asString()).isEqualTo("modules");
        assertThat(body.at("/alerts/1/status").asString()).isEqualTo("resolved");
        assertThat(body.at("/alerts/1/endsAt").asString()).isEqualTo("2026-01-02T03:08:15Z");
        assertThat(body.at("/alerts/1/generatorURL").asString())
                .isEqualTo("https://holdfast.example.com/incidents/inc_1");
        assertThat(body.at("/alerts/0/fingerprint").asString())
                .matches("[0-9a-f]{16}")
                .isNotEqualTo(body.at("/alerts/1/fingerprint").asString());
    }

    @Test
    void whatIsGoneIsGone() {
        answer(aResponse().withStatus(410));

        assertThat(webhook(null, Webhook.Format.STANDARD).deliver(opened("inc_1", "oncall")))
                .isEqualTo(new Delivery.GaveUp("410"));
    }

    @Test
    void doesNotFollowRedirectsAndSaysOnlyTheHostTheyPointTo() {
        answer(aResponse().withStatus(301).withHeader("Location", "https://elsewhere.example.com/hook/KEY"));

        assertThat(webhook(null, Webhook.Format.STANDARD).deliver(opened("inc_1", "oncall")))
                .isEqualTo(new Delivery.GaveUp(
                        "301: redirects are not followed; it points to https://elsewhere.example.com"));
    }

    @Test
    void refusesAnAddressItCannotSendToWithoutRepeatingIt() {
        assertThatThrownBy(() -> settings("ftp://KEY", null, Webhook.Format.STANDARD))
                .hasMessage("the url is not an http or https URL: write https://host/path");
        assertThatThrownBy(() -> settings("http://k ey", null, Webhook.Format.STANDARD))
                .hasMessage("the url is not a URL: write https://host/path");
    }

    @Test
    void refusesASecretThatIsNotWhatItClaimsToBe() {
        assertThatThrownBy(() -> settings("http://a", "whsec_!", Webhook.Format.STANDARD))
                .hasMessage("the secret begins with whsec_, but what follows is not Base64");
        assertThatThrownBy(() -> settings("http://a", "", Webhook.Format.STANDARD))
                .hasMessage("the secret is empty: leave it out to send no signature");
    }

    @Test
    void refusesAHeaderThatCannotBeSentWithoutRepeatingItsValue() {
        var headers = Map.of("Host", new Secret("KEY"));
        assertThatThrownBy(() -> new Webhook.Settings(new Secret("http://a"), null, Webhook.Format.STANDARD, headers))
                .hasMessage("the header Host cannot be sent: remove it or mend its value");
    }

    private Channel webhook(@Nullable String secret, Webhook.Format format) {
        var settings = settings(RECEIVER.url("/hook"), secret, format);
        return Objects.requireNonNull(channels.open(Map.of("oncall", settings)).get("oncall"));
    }

    private static Webhook.Settings settings(String url, @Nullable String secret, Webhook.Format format) {
        return new Webhook.Settings(
                new Secret(url),
                secret == null ? null : new Secret(secret),
                format,
                Map.of("X-Api-Key", new Secret("k")));
    }

    private static void answer(ResponseDefinitionBuilder answer) {
        RECEIVER.stubFor(post(anyUrl()).willReturn(answer));
    }

    private static LoggedRequest received() {
        return RECEIVER.findAll(postRequestedFor(anyUrl())).getFirst();
    }

    private static String hmac(byte[] key, LoggedRequest request) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        var signed = request.getHeader("webhook-id") + "." + request.getHeader("webhook-timestamp") + "."
                + request.getBodyAsString();
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }
}
