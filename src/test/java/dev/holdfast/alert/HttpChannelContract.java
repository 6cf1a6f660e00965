package dev.holdfast.alert;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.holdfast.wire.Json;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// The contract of the channels that post JSON.
abstract class HttpChannelContract extends ChannelContract {
    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    /// The settings of a channel to `server`.
    abstract ChannelSettings to(URI server);

    /// What the receiver answers when it takes it.
    abstract ResponseDefinitionBuilder accepted();

    /// What the receiver answers when it never will.
    ResponseDefinitionBuilder refused() {
        return aResponse()
                .withStatus(404)
                .withBody("Cannot POST {{request.path}}")
                .withTransformers("response-template");
    }

    /// What the receiver answers to too many requests.
    ResponseDefinitionBuilder tooMany() {
        return aResponse().withStatus(429).withHeader("Retry-After", "7");
    }

    /// The id in `request`.
    String id(LoggedRequest request) {
        return request.getHeader("Idempotency-Key");
    }

    @Override
    final int port() {
        return SERVER.getPort();
    }

    @Override
    final ChannelSettings settings() {
        return to(URI.create(SERVER.baseUrl()));
    }

    @Override
    final ChannelSettings to(int port) {
        return to(URI.create("http://127.0.0.1:" + port));
    }

    @Override
    String read(String received) {
        return texts(Json.tree(received)).collect(Collectors.joining("\n"));
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isContainer() ? node.valueStream().flatMap(HttpChannelContract::texts) : Stream.of(node.asString());
    }

    @Test
    final void redirectsAreNotFollowed() {
        answers(aResponse().withStatus(307).withHeader("Location", SERVER.url("/elsewhere/" + KEY)));

        assertThat(channel().deliver(Incidents.opened("inc_1", "oncall")))
                .isEqualTo(new Delivery.GaveUp("307: redirects are not followed; it points to " + SERVER.baseUrl()));
        assertThat(requests()).hasSize(1);
    }

    @Test
    final void anAnswerWithoutEndIsReadNoFurtherThanNeeded() {
        answers(aResponse().withStatus(400).withBody("x".repeat(5_000_000)));

        assertThat(channel().deliver(Incidents.opened("inc_1", "oncall")).words())
                .hasSize(200);
    }

    @Override
    final Receiver receiver() {
        return new Receiver() {
            @Override
            public void accepts() {
                answers(accepted());
            }

            @Override
            public void asksToWait() {
                answers(tooMany());
            }

            @Override
            public void breaksDown() {
                answers(aResponse().withStatus(503).withBody("down"));
            }

            @Override
            public void refuses() {
                answers(refused());
            }

            @Override
            public List<String> received() {
                return requests().stream().map(LoggedRequest::getBodyAsString).toList();
            }

            @Override
            public List<String> ids() {
                return requests().stream().map(HttpChannelContract.this::id).toList();
            }
        };
    }

    static List<LoggedRequest> requests() {
        return SERVER.findAll(anyRequestedFor(anyUrl()));
    }

    private static void answers(ResponseDefinitionBuilder answer) {
        SERVER.stubFor(any(anyUrl()).willReturn(answer));
    }
}
