package dev.holdfast.alert;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.holdfast.incident.Event;
import dev.holdfast.wire.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NtfyTest extends HttpChannelContract {

    @Override
    ChannelSettings to(URI server) {
        return new Ntfy.Settings("oncall", key(), server);
    }

    @Override
    ResponseDefinitionBuilder accepted() {
        return okJson("{\"id\":\"a\",\"event\":\"message\"}");
    }

    @Override
    String id(LoggedRequest request) {
        return Json.tree(request.getBodyAsString()).at("/sequence_id").asString();
    }

    /// What a server reads of a request.
    @Override
    int limit() {
        return 8_192;
    }

    @Override
    void isInert(String received) {
        assertThat(Json.tree(received).has("markdown")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "€", "💥"})
    void aMessageStaysAMessage(String character) {
        var incident = Incidents.openWithEvidence(character.repeat(10_000), "oncall");
        channel().deliver(Incidents.notice(Event.INCIDENT_OPENED, incident, "oncall", Incidents.OPENED));

        var message = Json.tree(receiver().received().getFirst()).at("/message").asString();
        assertThat(message.getBytes(StandardCharsets.UTF_8).length).isBetween(4_089, 4_095);
    }

    @Test
    void thereAreAtMostThreeButtons() {
        channel().deliver(Incidents.opened("inc_1", "oncall"));

        var message = Json.tree(receiver().received().getFirst());
        assertThat(message.at("/actions").size()).isBetween(1, 3);
        assertThat(message.at("/click").asString()).isEqualTo(page());
    }

    @Test
    void theMoreUrgentTheLouder() {
        channel().deliver(Incidents.opened("inc_1", "oncall"));
        channel().deliver(Incidents.resolved("inc_1", "oncall"));

        assertThat(requests().getFirst().getHeader("Authorization")).isEqualTo("Bearer " + KEY);
        assertThat(receiver().received())
                .extracting(body -> Json.tree(body).at("/priority").asInt())
                .containsExactly(5, 3);
    }

    @Test
    void refusesATopicThatCannotBe() {
        assertThatThrownBy(() -> new Ntfy.Settings("on/call", null, Ntfy.SERVER))
                .hasMessage("the topic may have letters, digits, - and _, at most 64");
    }
}
