package dev.holdfast.alert;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.holdfast.alert.Incidents.opened;
import static dev.holdfast.alert.Incidents.resolved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.holdfast.incident.Event;
import dev.holdfast.incident.Notice;
import dev.holdfast.secret.Secret;
import dev.holdfast.wire.Json;
import java.net.URI;
import org.junit.jupiter.api.Test;

class PagerDutyTest extends HttpChannelContract {

    @Override
    ChannelSettings to(URI server) {
        return new PagerDuty.Settings(key(), server.resolve("/v2/enqueue"));
    }

    @Override
    ResponseDefinitionBuilder accepted() {
        return aResponse()
                .withStatus(202)
                .withBody("{\"status\":\"success\",\"message\":\"Event processed\",\"dedup_key\":\"inc_1\"}");
    }

    @Override
    ResponseDefinitionBuilder refused() {
        return aResponse().withStatus(400).withBody("{\"status\":\"invalid event\",\"errors\":[\"no\"]}");
    }

    @Override
    String end() {
        return "resolve";
    }

    @Override
    int limit() {
        return 512_000;
    }

    /// PagerDuty shows details as they are.
    @Override
    void isInert(String received) {
        assertThat(Json.tree(received).at("/payload/custom_details/Evidence").asString())
                .startsWith("<script>");
    }

    @Test
    void anIncidentIsTriggeredAndResolvedByItsId() {
        channel().deliver(opened("inc_1", "oncall"));
        channel().deliver(resolved("inc_1", "oncall"));

        var trigger = Json.tree(receiver().received().getFirst());
        assertThat(trigger.at("/routing_key").asString()).isEqualTo(KEY);
        assertThat(trigger.at("/event_action").asString()).isEqualTo("trigger");
        assertThat(trigger.at("/dedup_key").asString()).isEqualTo("inc_1");
        assertThat(trigger.at("/payload/severity").asString()).isEqualTo("critical");
        assertThat(trigger.at("/payload/source").asString()).isEqualTo("app.example.com");
        assertThat(trigger.at("/payload/component").asString()).isEqualTo("feature_flags");
        assertThat(trigger.at("/payload/group").asString()).isEqualTo("admin");
        assertThat(trigger.at("/payload/class").asString()).isEqualTo("relation_missing");
        assertThat(trigger.at("/payload/timestamp").asString()).isEqualTo(Incidents.OPENED_AT);
        assertThat(trigger.at("/links/0/href").asString())
                .isEqualTo("https://wiki.example.com/runbooks/analytics-modules");
        var resolve = Json.tree(receiver().received().getLast());
        assertThat(resolve.at("/event_action").asString()).isEqualTo("resolve");
        assertThat(resolve.at("/dedup_key").asString()).isEqualTo("inc_1");
    }

    @Test
    void aSummaryHasAtMost1024Characters() {
        var incident = Incidents.saying("x".repeat(10_000), "oncall");
        channel().deliver(Incidents.notice(Event.INCIDENT_OPENED, incident, "oncall", Incidents.OPENED));

        var trigger = Json.tree(receiver().received().getFirst());
        assertThat(trigger.at("/payload/summary").asString()).hasSize(1024);
    }

    @Test
    void anUpdateIsOfTheSameAlertAndAnEndSaysNoMore() {
        var open = Incidents.open("inc_1", "oncall");
        channel().deliver(Incidents.notice(Event.INCIDENT_UPDATED, open, "oncall", Incidents.OPENED));
        channel().deliver(resolved("inc_1", "oncall"));

        var update = Json.tree(receiver().received().getFirst());
        assertThat(update.at("/event_action").asString()).isEqualTo("trigger");
        assertThat(update.at("/dedup_key").asString()).isEqualTo("inc_1");
        assertThat(Json.tree(receiver().received().getLast()).has("payload")).isFalse();
    }

    @Test
    void blindnessIsOneAlertThatEndsWithIt() {
        var at = Incidents.OPENED;
        channel().deliver(new Notice("msg_1", Event.MONITOR_BLIND, "oncall", at, at, null));
        channel().deliver(new Notice("msg_2", Event.MONITOR_SIGHTED, "oncall", at, at, null));

        assertThat(receiver().received())
                .extracting(event -> Json.tree(event).at("/event_action").asString() + " "
                        + Json.tree(event).at("/dedup_key").asString())
                .containsExactly("trigger holdfast blind", "resolve holdfast blind");
    }

    @Test
    void refusesAKeyThatIsNone() {
        assertThatThrownBy(() -> new PagerDuty.Settings(new Secret("short"), PagerDuty.EVENTS))
                .hasMessage("the routing_key does not have 32 characters: copy the integration key of an Events API"
                        + " v2 integration");
    }
}
