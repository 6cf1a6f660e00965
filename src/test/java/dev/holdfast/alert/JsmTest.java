package dev.holdfast.alert;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static dev.holdfast.alert.Incidents.OPENED;
import static dev.holdfast.alert.Incidents.opened;
import static dev.holdfast.alert.Incidents.resolved;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.holdfast.incident.Event;
import dev.holdfast.incident.Notice;
import dev.holdfast.wire.Json;
import java.net.URI;
import org.junit.jupiter.api.Test;

class JsmTest extends HttpChannelContract {

    @Override
    ChannelSettings to(URI server) {
        return new Jsm.Settings(key(), server.resolve("/jsm/ops/integration"));
    }

    @Override
    ResponseDefinitionBuilder accepted() {
        return okJson("{\"result\":\"Request will be processed\",\"requestId\":\"r\"}")
                .withStatus(202);
    }

    @Override
    int limit() {
        return 50_000;
    }

    /// Alerts show their description as it is.
    @Override
    void isInert(String received) {
        assertThat(Json.tree(received).at("/description").asString()).contains("<script>");
    }

    @Test
    void everyPartFits() {
        var incident = Incidents.saying("x".repeat(20_000), "oncall");
        channel().deliver(Incidents.notice(Event.INCIDENT_OPENED, incident, "oncall", OPENED));

        var alert = Json.tree(requests().getFirst().getBodyAsString());
        assertThat(alert.at("/message").asString().length()).isLessThanOrEqualTo(130);
        assertThat(alert.at("/alias").asString().length()).isLessThanOrEqualTo(512);
        assertThat(alert.at("/description").asString().length()).isLessThanOrEqualTo(15_000);
        assertThat(alert.at("/details").toString().length()).isLessThanOrEqualTo(8_000);
        assertThat(alert.at("/tags").size()).isLessThanOrEqualTo(20);
        assertThat(alert.at("/tags")
                        .valueStream()
                        .mapToInt(tag -> tag.asString().length()))
                .allMatch(length -> length <= 50);
    }

    @Test
    void blindnessIsOneAlertThatIsClosed() {
        channel().deliver(new Notice("msg_1", Event.MONITOR_BLIND, "oncall", OPENED, OPENED, null));
        channel().deliver(new Notice("msg_2", Event.MONITOR_SIGHTED, "oncall", OPENED, OPENED, null));

        assertThat(Json.tree(requests().getFirst().getBodyAsString())
                        .at("/alias")
                        .asString())
                .isEqualTo("holdfast_blind");
        assertThat(requests().getLast().getUrl())
                .isEqualTo("/jsm/ops/integration/v2/alerts/holdfast_blind/close?identifierType=alias");
    }

    @Test
    void anIncidentIsAnAlertFoundAgainByItsAlias() {
        var open = Incidents.open("inc_1", "oncall");
        channel().deliver(opened("inc_1", "oncall"));
        channel().deliver(Incidents.notice(Event.INCIDENT_UPDATED, open, "oncall", OPENED));
        channel().deliver(resolved("inc_1", "oncall"));

        assertThat(requests())
                .extracting(LoggedRequest::getUrl)
                .containsExactly(
                        "/jsm/ops/integration/v2/alerts",
                        "/jsm/ops/integration/v2/alerts/inc_1/notes?identifierType=alias",
                        "/jsm/ops/integration/v2/alerts/inc_1/close?identifierType=alias");
        assertThat(requests())
                .allSatisfy(request ->
                        assertThat(request.getHeader("Authorization")).isEqualTo("GenieKey " + KEY));
        var alert = Json.tree(requests().getFirst().getBodyAsString());
        assertThat(alert.at("/alias").asString()).isEqualTo("inc_1");
        assertThat(alert.at("/priority").asString()).isEqualTo("P1");
        assertThat(alert.at("/entity").asString()).isEqualTo("feature_flags");
        assertThat(alert.at("/message").asString())
                .hasSizeLessThanOrEqualTo(130)
                .startsWith("REGRESSION");
    }
}
