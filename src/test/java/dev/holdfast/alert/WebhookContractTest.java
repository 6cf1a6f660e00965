package dev.holdfast.alert;

import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.holdfast.secret.Secret;
import dev.holdfast.wire.Json;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;

class WebhookContractTest {
    abstract static class Contract extends HttpChannelContract {
        private final Webhook.Format format;

        Contract(Webhook.Format format) {
            this.format = format;
        }

        @Override
        ChannelSettings to(URI server) {
            return new Webhook.Settings(new Secret(server + "/hook/" + KEY), key(), format, Map.of());
        }

        @Override
        ResponseDefinitionBuilder accepted() {
            return noContent();
        }

        @Override
        String id(LoggedRequest request) {
            return request.getHeader("webhook-id");
        }

        @Override
        int limit() {
            return 200_000;
        }
    }

    @Nested
    class Standard extends Contract {
        Standard() {
            super(Webhook.Format.STANDARD);
        }

        @Override
        String page() {
            return "inc_1";
        }

        /// A program finds what it looks for wherever it stands.
        @Override
        List<String> inOrder() {
            return List.of("REGRESSION feature_flags", Incidents.EVIDENCE);
        }

        @Override
        List<String> written() {
            return List.of("REGRESSION feature_flags");
        }

        @Override
        boolean isForPeople() {
            return false;
        }

        /// A program wants them all.
        @Override
        void namesMembers(String received) {
            assertThat(Json.tree(received).at("/data/incident/members").size()).isEqualTo(1_000);
        }

        /// Programs read it: the text is what it was.
        @Override
        void isInert(String received) {
            assertThat(Json.tree(received).at("/data/incident/evidence").asString())
                    .isEqualTo(MARKUP);
        }
    }

    @Nested
    class OfAlertmanager extends Contract {
        OfAlertmanager() {
            super(Webhook.Format.ALERTMANAGER);
        }

        @Override
        List<String> written() {
            return List.of("REGRESSION feature_flags");
        }

        /// Each is an alert, up to a hundred of them.
        @Override
        void namesMembers(String received) {
            super.namesMembers(received);
            assertThat(Json.tree(received).at("/alerts").size()).isEqualTo(100);
            assertThat(Json.tree(received).at("/truncatedAlerts").asInt()).isEqualTo(900);
        }

        @Override
        int limit() {
            return 300_000;
        }

        @Override
        void isInert(String received) {
            assertThat(Json.tree(received).at("/commonAnnotations/evidence").asString())
                    .startsWith("<script>");
        }
    }
}
