package dev.holdfast.alert;

import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.holdfast.secret.Secret;
import dev.holdfast.wire.Json;
import java.net.URI;
import java.util.List;
import java.util.Map;

class AlertmanagerContractTest extends HttpChannelContract {

    @Override
    ChannelSettings to(URI server) {
        return new Alertmanager.Settings(List.of(server), Map.of(), new Secret("Bearer " + KEY));
    }

    @Override
    ResponseDefinitionBuilder accepted() {
        return ok();
    }

    @Override
    String id(LoggedRequest request) {
        return Json.tree(request.getBodyAsString()).at("/0/labels").toString();
    }

    @Override
    List<String> written() {
        return List.of("REGRESSION feature_flags");
    }

    @Override
    int limit() {
        return 100_000;
    }

    /// Alertmanager's templates escape; nothing here is markup.
    @Override
    void isInert(String received) {
        assertThat(Json.tree(received).at("/0/annotations/evidence").asString()).startsWith("<script>");
    }
}
