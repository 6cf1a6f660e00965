package dev.holdfast.alert;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static dev.holdfast.alert.Incidents.opened;
import static dev.holdfast.alert.Incidents.resolved;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.holdfast.incident.Event;
import dev.holdfast.secret.Secret;
import dev.holdfast.wire.Json;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscordTest extends HttpChannelContract {

    @Override
    ChannelSettings to(URI server) {
        return new Discord.Settings(new Secret(server + "/api/webhooks/1/" + KEY + "?thread_id=7"));
    }

    @Override
    ResponseDefinitionBuilder accepted() {
        return okJson("{\"id\":\"1234\",\"type\":0}");
    }

    /// The header is there too, but the body is what Discord's documentation names first.
    @Override
    ResponseDefinitionBuilder tooMany() {
        return okJson("{\"message\":\"slow down\",\"retry_after\":7.0,\"global\":false}")
                .withStatus(429);
    }

    @Override
    String read(String received) {
        return super.read(received).replaceAll("\\\\([^\\w\\s])", "$1").replace("\\_", "_");
    }

    /// An embed may have 6,000 characters, the content beside it 2,000, each of up to three bytes.
    @Override
    int limit() {
        return 24_000;
    }

    @Override
    void isInert(String received) {
        var message = Json.tree(received);
        assertThat(message.at("/allowed_mentions").toString()).isEqualTo("{\"parse\":[]}");
        assertThat(message.at("/content").asString()).doesNotContain("](", " @everyone", " <a");
        var evidence = message.at("/embeds/0/description").asString();
        assertThat(evidence).contains("**bold**").endsWith("\n```");
        assertThat(evidence.split("```", -1)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "_", "`", "€", "💥"})
    void anEmbedHasAtMostSixThousandCharacters(String character) {
        var incident = Incidents.saying(character.repeat(10_000), "oncall");
        channel().deliver(Incidents.notice(Event.INCIDENT_OPENED, incident, "oncall", Incidents.OPENED));

        var message = Json.tree(receiver().received().getFirst());
        assertThat(message.at("/content").asString().length()).isLessThanOrEqualTo(2_000);
        var embed = message.at("/embeds/0");
        assertThat(embed.at("/title").asString().length()).isLessThanOrEqualTo(256);
        assertThat(embed.at("/description").asString().length()).isLessThanOrEqualTo(4_096);
        assertThat(super.read(embed.toString()).length()).isLessThan(6_000);
    }

    @Test
    void asksForTheIdOfTheMessage() {
        var delivery = channel().deliver(opened("inc_1", "oncall"));

        assertThat(delivery).isEqualTo(new Delivery.Sent("message 1234"));
        assertThat(requests().getFirst().getUrl()).isEqualTo("/api/webhooks/1/" + KEY + "?thread_id=7&wait=true");
    }

    @Test
    void theEndIsAMessageAndTurnsTheFirstOneGreen() {
        earlier.by(channel(), opened("inc_1", "oncall"));
        earlier.by(channel(), resolved("inc_1", "oncall"));

        assertThat(requests()).hasSize(3);
        assertThat(requests().getLast().getMethod().getName()).isEqualTo("PATCH");
        assertThat(requests().getLast().getUrl()).isEqualTo("/api/webhooks/1/" + KEY + "/messages/1234?thread_id=7");
        assertThat(Json.tree(requests().getLast().getBodyAsString())
                        .at("/embeds/0/color")
                        .asInt())
                .isEqualTo(0x2E7D32);
    }

    @Test
    void anAnswerWithoutAMessageIsASuccessToo() {
        SERVER.stubFor(any(anyUrl()).willReturn(noContent()));

        assertThat(channel().deliver(opened("inc_1", "oncall"))).isEqualTo(new Delivery.Sent("204"));
    }
}
