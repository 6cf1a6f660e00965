package dev.holdfast.alert;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.holdfast.incident.Event;
import dev.holdfast.secret.Secret;
import dev.holdfast.wire.Json;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamsTest extends HttpChannelContract {

    @Override
    ChannelSettings to(URI server) {
        return new Teams.Settings(
                new Secret(server + "/powerautomate/workflows/1/triggers/manual/paths/invoke?sig=" + KEY));
    }

    @Override
    ResponseDefinitionBuilder accepted() {
        return aResponse().withStatus(202);
    }

    /// A flow takes 28 KB after it has written the message in its own way.
    @Override
    int limit() {
        return 20_000;
    }

    /// Only blocks of text know markup, and there is none.
    @Override
    void isInert(String received) {
        assertThat(received).doesNotContain("\"TextBlock\"", "\"FactSet\"").doesNotContain("\"url\":\"javascript");
    }

    /// Teams writes down what is not ASCII in six characters each, and takes 28 KB of that.
    @ParameterizedTest
    @ValueSource(strings = {"x", "\"", "€", "💥"})
    void aCardFitsHoweverTeamsWritesIt(String character) {
        var incident = Incidents.saying(character.repeat(10_000), "oncall");
        channel().deliver(Incidents.notice(Event.INCIDENT_OPENED, incident, "oncall", Incidents.OPENED));

        var received = receiver().received().getFirst();
        int ascii = (int) received.chars().filter(unit -> unit < 128).count();
        assertThat(ascii + 6 * (received.length() - ascii)).isLessThan(28_672);
    }

    @Test
    void theAddressMayNameItsPort() {
        var url = new Secret("https://prod-1.example.com:443/workflows/1?sig=" + KEY);
        assertThat(new Teams.Settings(url).url()).isEqualTo(url);
    }

    @Test
    void theAddressIsSentWithItsQuery() {
        channel().deliver(Incidents.opened("inc_1", "oncall"));

        assertThat(requests().getFirst().getUrl()).endsWith("/invoke?sig=" + KEY);
    }

    @Test
    void theMessageIsOneCard() {
        channel().deliver(Incidents.opened("inc_1", "oncall"));

        var message = Json.tree(receiver().received().getFirst());
        assertThat(message.at("/type").asString()).isEqualTo("message");
        assertThat(message.at("/attachments/0/contentType").asString())
                .isEqualTo("application/vnd.microsoft.card.adaptive");
        assertThat(message.at("/attachments/0/content/type").asString()).isEqualTo("AdaptiveCard");
        assertThat(message.at("/attachments/0/content/body/0/style").asString()).isEqualTo("attention");
        assertThat(message.at("/attachments/0/content/actions/0/type").asString())
                .isEqualTo("Action.OpenUrl");
    }
}
