package dev.holdfast.alert;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.holdfast.secret.Secret;
import java.net.URI;
import org.junit.jupiter.api.Test;

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

    @Test
    void whatSlackSaysBesidesOkIsARefusal() {
        SERVER.stubFor(any(anyUrl()).willReturn(ok("no_text")));

        assertThat(channel().deliver(Incidents.opened("inc_1", "oncall")))
                .isEqualTo(new Delivery.GaveUp("200 no_text"));
    }
}
