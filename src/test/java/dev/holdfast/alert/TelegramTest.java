package dev.holdfast.alert;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static dev.holdfast.alert.Incidents.opened;
import static dev.holdfast.alert.Incidents.resolved;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.holdfast.incident.Event;
import dev.holdfast.incident.Notice;
import dev.holdfast.wire.Json;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TelegramTest extends HttpChannelContract {

    @Override
    ChannelSettings to(URI server) {
        return new Telegram.Settings(key(), "-100123", 5, server);
    }

    @Override
    ResponseDefinitionBuilder accepted() {
        return okJson("{\"ok\":true,\"result\":{\"message_id\":42}}");
    }

    @Override
    ResponseDefinitionBuilder refused() {
        return okJson("{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: chat not found\"}")
                .withStatus(400);
    }

    @Override
    ResponseDefinitionBuilder tooMany() {
        return okJson("{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 7\","
                        + "\"parameters\":{\"retry_after\":7}}")
                .withStatus(429);
    }

    /// 4,096 characters of up to three bytes.
    @Override
    int limit() {
        return 13_000;
    }

    @Override
    void isInert(String received) {
        var message = Json.tree(received);
        assertThat(message.has("parse_mode")).isFalse();
        assertThat(literal(message)).startsWith("<script>");
    }

    private static String literal(JsonNode message) {
        assertThat(message.at("/entities/0/type").asString()).isEqualTo("pre");
        int from = message.at("/entities/0/offset").asInt();
        return message.at("/text")
                .asString()
                .substring(from, from + message.at("/entities/0/length").asInt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "_", "€", "💥"})
    void aMessageHasAtMost4096CharactersAndItsEvidenceIsLiteral(String character) {
        var incident = Incidents.openWithEvidence(character.repeat(10_000), "oncall");
        channel().deliver(Incidents.notice(Event.INCIDENT_OPENED, incident, "oncall", Incidents.OPENED));

        var message = Json.tree(receiver().received().getFirst());
        assertThat(message.at("/text").asString().length()).isBetween(4_090, 4_096);
        assertThat(literal(message)).startsWith(character).endsWith("…").doesNotContain("\n");
    }

    @Test
    void aTestHasNothingLiteral() {
        channel().deliver(Notice.test("oncall", Incidents.OPENED));

        assertThat(Json.tree(receiver().received().getFirst()).has("entities")).isFalse();
    }

    @Test
    void speaksAsTheBotInTheTopic() {
        channel().deliver(opened("inc_1", "oncall"));

        var request = requests().getFirst();
        assertThat(request.getUrl()).isEqualTo("/bot" + KEY + "/sendMessage");
        var message = Json.tree(request.getBodyAsString());
        assertThat(message.at("/chat_id").asString()).isEqualTo("-100123");
        assertThat(message.at("/message_thread_id").asInt()).isEqualTo(5);
        assertThat(message.at("/text").asString()).startsWith("🔴 REGRESSION feature_flags");
        assertThat(message.has("reply_parameters")).isFalse();
    }

    @Test
    void theEndAnswersTheFirstMessage() {
        earlier.by(channel(), opened("inc_1", "oncall"));
        earlier.by(channel(), resolved("inc_1", "oncall"));

        var message = Json.tree(requests().getLast().getBodyAsString());
        assertThat(message.at("/reply_parameters/message_id").asInt()).isEqualTo(42);
        assertThat(message.at("/reply_parameters/allow_sending_without_reply").asBoolean())
                .isTrue();
    }
}
