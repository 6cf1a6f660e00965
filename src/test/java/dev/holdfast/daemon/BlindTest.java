package dev.holdfast.daemon;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.holdfast.wire.NoticeJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When nobody answers any more, Holdfast doubts itself: real sockets at several addresses of this machine.
class BlindTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private World world;
    private WireMockServer shop = at("127.0.0.2", 0);
    private WireMockServer blog = at("127.0.0.3", 0);
    private WireMockServer canary = at("127.0.0.4", 0);
    private final int shopPort = shop.port();
    private final int blogPort = blog.port();
    private final int canaryPort = canary.port();

    @BeforeEach
    void watch() {
        world = new World(folder);
        world.watches("""
                - {name: shop, url: "http://127.0.0.2:%d/"}
                - {name: blog, url: "http://127.0.0.3:%d/"}
                canaries: ["http://127.0.0.4:%d/"]
                """.formatted(shopPort, blogPort, canaryPort));
        world.stateIs("shop", "up");
        world.stateIs("blog", "up");
    }

    @AfterEach
    void close() {
        world.close();
        List.of(shop, blog, canary).forEach(WireMockServer::stop);
    }

    @Test
    void whenUnrelatedHostsAndTheCanaryAreSilentOnlyBlindnessIsTold() {
        List.of(shop, blog, canary).forEach(WireMockServer::stop);

        await().atMost(SOON).until(() -> titles().size() == 1);
        assertThat(titles()).containsExactly("BLIND: Holdfast cannot see its targets or the outside world");
        assertThat(world.get("/metrics").body()).contains("holdfast_blind 1");
        world.stateIs("shop", "down");
        world.stateIs("blog", "down");
        assertThat(world.get("/api/v1/incidents?state=open").body()).isEqualTo("[]");

        shop = at("127.0.0.2", shopPort);
        blog = at("127.0.0.3", blogPort);
        world.stateIs("shop", "up");
        world.stateIs("blog", "up");
        await().atMost(SOON).until(() -> titles().size() == 2);
        assertThat(titles()).last().isEqualTo("SIGHTED: Holdfast sees its targets again");
        assertThat(world.get("/metrics").body()).contains("holdfast_blind 0");
    }

    @Test
    void whatIsStillSilentWhenHoldfastSeesAgainOpensThen() {
        List.of(shop, blog, canary).forEach(WireMockServer::stop);
        await().atMost(SOON).until(() -> titles().size() == 1);

        canary = at("127.0.0.4", canaryPort);
        await().atMost(SOON).until(() -> titles().size() == 4);
        assertThat(titles()).element(1).isEqualTo("SIGHTED: Holdfast sees its targets again");
        assertThat(titles().subList(2, 4))
                .anyMatch(title -> title.startsWith("REGRESSION shop 200 → no answer: "))
                .anyMatch(title -> title.startsWith("REGRESSION blog 200 → no answer: "));
    }

    @Test
    void oneHostThatIsSilentWhileOthersAnswerIsDown() {
        shop.stop();

        await().atMost(SOON).until(() -> titles().size() == 1);
        assertThat(titles().getFirst()).startsWith("REGRESSION shop 200 → no answer: ");
    }

    private List<String> titles() {
        return world.told().stream()
                .map(NoticeJson::data)
                .map(NoticeJson.Data::title)
                .toList();
    }

    private static WireMockServer at(String address, int port) {
        var server = new WireMockServer(wireMockConfig().bindAddress(address).port(port));
        server.start();
        server.stubFor(any(anyUrl()).willReturn(ok("well")));
        return server;
    }
}
