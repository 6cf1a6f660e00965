package dev.holdfast.alert;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static dev.holdfast.alert.Incidents.OPENED;
import static dev.holdfast.alert.Incidents.opened;
import static dev.holdfast.alert.Incidents.resolved;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.holdfast.incident.Event;
import dev.holdfast.wire.Json;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SlackBotTest extends HttpChannelContract {

    @Override
    ChannelSettings to(URI server) {
        return new SlackBot.Settings(key(), "C0123456789", server.resolve("/api/"));
    }

    @Override
    ResponseDefinitionBuilder accepted() {
        return okJson("{\"ok\":true,\"channel\":\"C0123456789\",\"ts\":\"1503435956.000247\"}");
    }

    @Override
    ResponseDefinitionBuilder refused() {
        return failing("channel_not_found");
    }

    @Override
    String read(String received) {
        return Slack.read(super.read(received));
    }

    @Override
    int limit() {
        return Slack.LIMIT;
    }

    @Override
    void isInert(String received) {
        Slack.isInert(received);
    }

    @Test
    void showsWhoItIsAndWhereItSpeaks() {
        channel().deliver(opened("inc_1", "oncall"));

        var request = requests().getFirst();
        assertThat(request.getUrl()).isEqualTo("/api/chat.postMessage");
        assertThat(request.getHeader("Authorization")).isEqualTo("Bearer " + KEY);
        assertThat(body(request).at("/channel").asString()).isEqualTo("C0123456789");
        assertThat(body(request).has("thread_ts")).isFalse();
    }

    @Test
    void theEndIsSaidInTheThreadAndTurnsTheFirstMessageGreen() {
        earlier.by(channel(), opened("inc_1", "oncall"));
        earlier.by(channel(), resolved("inc_1", "oncall"));

        assertThat(requests())
                .extracting(LoggedRequest::getUrl)
                .containsExactly("/api/chat.postMessage", "/api/chat.postMessage", "/api/chat.update");
        var reply = body(requests().get(1));
        assertThat(reply.at("/thread_ts").asString()).isEqualTo("1503435956.000247");
        assertThat(reply.at("/reply_broadcast").asBoolean()).isTrue();
        var update = body(requests().get(2));
        assertThat(update.at("/channel").asString()).isEqualTo("C0123456789");
        assertThat(update.at("/ts").asString()).isEqualTo("1503435956.000247");
        assertThat(update.at("/text").asString()).startsWith("🟢 RESOLVED");
    }

    @Test
    void anUpdateStaysInTheThread() {
        earlier.by(channel(), opened("inc_1", "oncall"));
        var incident = Incidents.open("inc_1", "oncall");
        channel().deliver(Incidents.notice(Event.INCIDENT_UPDATED, incident, "oncall", OPENED));

        assertThat(body(requests().getLast()).at("/reply_broadcast").asBoolean())
                .isFalse();
    }

    @Test
    void whenTheThreadIsGoneItIsSaidOutsideOfIt() {
        earlier.by(channel(), opened("inc_1", "oncall"));
        SERVER.stubFor(post(anyUrl())
                .withRequestBody(matchingJsonPath("$.thread_ts"))
                .willReturn(failing("message_not_found")));

        assertThat(channel().deliver(resolved("inc_1", "oncall"))).isInstanceOf(Delivery.Sent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"internal_error", "service_unavailable", "ratelimited"})
    void someOfSlacksErrorsPass(String error) {
        SERVER.stubFor(any(anyUrl()).willReturn(failing(error).withHeader("Retry-After", "3")));

        assertThat(channel().deliver(opened("inc_1", "oncall")))
                .isEqualTo(new Delivery.TryLater(Duration.ofSeconds(3), error));
    }

    @Test
    void aPageThatIsNotSlacksIsNoSuccess() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withBody("<html>Welcome to our Wi-Fi</html>")));

        assertThat(channel().deliver(opened("inc_1", "oncall")))
                .isEqualTo(new Delivery.GaveUp("not Slack's answer: 200 <html>Welcome to our Wi-Fi</html>"));
    }

    private static ResponseDefinitionBuilder failing(String error) {
        return okJson("{\"ok\":false,\"error\":\"" + error + "\"}");
    }

    private static JsonNode body(LoggedRequest request) {
        return Json.tree(request.getBodyAsString());
    }
}
