package dev.holdfast.alert;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.holdfast.incident.Event;
import dev.holdfast.secret.Secret;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackWebhookTest extends HttpChannelContract {

    @Override
    ChannelSettings to(URI server) {
        return new SlackWebhook.Settings(new Secret(server + "/services/T0/B0/" + KEY));
    }

    @Override
    ResponseDefinitionBuilder accepted() {
        return ok("ok");
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

    @ParameterizedTest
    @ValueSource(strings = {"x", "&", "<", "`", "\n", "€", "💥"})
    void everyBlockFits(String character) {
        var incident = Incidents.saying(character.repeat(10_000), "oncall");
        channel().deliver(Incidents.notice(Event.INCIDENT_OPENED, incident, "oncall", Incidents.OPENED));

        Slack.fits(receiver().received().getFirst());
    }

    @ParameterizedTest
    @CsvSource({"400, invalid_payload", "403, action_prohibited", "404, no_service", "410, channel_is_archived"})
    void whatSlackRefusesItRefusesForever(int status, String words) {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status).withBody(words)));

        assertThat(channel().deliver(Incidents.opened("inc_1", "oncall")))
                .isEqualTo(new Delivery.GaveUp(status + " " + words));
    }

    @Test
    void whatSlackSaysBesidesOkIsARefusal() {
        SERVER.stubFor(any(anyUrl()).willReturn(ok("no_text")));

        assertThat(channel().deliver(Incidents.opened("inc_1", "oncall")))
                .isEqualTo(new Delivery.GaveUp("200 no_text"));
    }
}
