package dev.holdfast.daemon;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestListener;
import com.github.tomakehurst.wiremock.http.Response;
import dev.holdfast.config.Config;
import dev.holdfast.config.Environment;
import dev.holdfast.config.Loaded;
import dev.holdfast.incident.Watched;
import dev.holdfast.wire.Json;
import dev.holdfast.wire.NoticeJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// A platform, its on-call and the real daemon between them, on real sockets: what a timeline test plays with.
final class World implements AutoCloseable {
    static final String MISSING = "{\"detail\":\"relation \\\"analytics_modules\\\" does not exist\"}";
    private static final Duration SOON = Duration.ofSeconds(20);

    private final WireMockServer target = started();
    private final WireMockServer oncall = started();
    private final List<NoticeJson> told = new CopyOnWriteArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Path file;
    private final Path folder;
    private @Nullable Holdfast holdfast;

    World(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("holdfast.yml");
        oncall.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(204)));
        RequestListener taken = (Request request, Response response) -> {
            if (response.getStatus() == 204) {
                told.add(Json.read(request.getBodyAsString(), NoticeJson.class));
            }
        };
        oncall.addMockServiceRequestListener(taken);
    }

    private static WireMockServer started() {
        var server = new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
        server.start();
        return server;
    }

    /// Runs the daemon with these monitors: lines of YAML, `TARGET` stands for the platform's address.
    World watches(String monitors) {
        configure(monitors);
        var settings = ((Loaded.Good) load()).settings();
        holdfast = Holdfast.start(settings, file, this::load);
        return this;
    }

    /// Writes the configuration file anew.
    void configure(String monitors) {
        var text = """
                defaults: {interval: 1s, timeout: 2s, confirm: {probes: 2, every: 100ms}, recover: {probes: 2}, notify: [oncall]}
                channels:
                  oncall: {type: webhook, url: "%s/oncall"}
                web: {listen: "127.0.0.1:0", admin_token: token-of-the-test}
                store: {url: "jdbc:sqlite:%s/holdfast.db"}
                monitors:
                %s
                """.formatted(
                        oncall.baseUrl(),
                        folder,
                        monitors.replace("TARGET", target.baseUrl()).stripTrailing());
        try {
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Loaded load() {
        return Config.load(file, Environment.of(Map.of()));
    }

    World answers(String path, int status, String body) {
        target.stubFor(
                any(urlEqualTo(path)).willReturn(aResponse().withStatus(status).withBody(body)));
        return this;
    }

    /// On-call's receiver answers like this from now on.
    void oncallAnswers(int status) {
        oncall.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status)));
    }

    void stateIs(String monitor, String state) {
        await(monitor + " is " + state)
                .atMost(SOON)
                .until(() -> watched(monitor).state().condition().word().equals(state));
    }

    /// On-call is told all of this, in this order, and nothing else.
    void oncallIsTold(String... titles) {
        await("on-call is told").atMost(SOON).until(() -> told.size() >= titles.length);
        assertThat(told.stream().map(notice -> notice.data().title())).containsExactly(titles);
        assertThat(told.stream().map(NoticeJson::id)).doesNotHaveDuplicates();
    }

    List<NoticeJson> told() {
        return told;
    }

    Watched watched(String monitor) {
        return running().monitors().stream()
                .filter(watched -> watched.subject().monitor().name().equals(monitor))
                .findFirst()
                .orElseThrow();
    }

    boolean isWatching(String monitor) {
        return running().monitors().stream()
                .anyMatch(watched -> watched.subject().monitor().name().equals(monitor));
    }

    int probesOf(String path) {
        return (int) target.getAllServeEvents().stream()
                .filter(event -> event.getRequest().getUrl().equals(path))
                .count();
    }

    /// Keeps everybody else from writing to the store until it is closed.
    AutoCloseable storeIsLocked() throws SQLException {
        var other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("holdfast.db"));
        try (var statement = other.createStatement()) {
            statement.execute("begin exclusive");
        }
        return other;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    HttpResponse<String> post(String path) {
        return post(path, "");
    }

    HttpResponse<String> post(String path, String body) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer token-of-the-test")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    int port() {
        return running().port();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private Holdfast running() {
        return Objects.requireNonNull(holdfast);
    }

    /// The daemon ends as on SIGTERM; the platform and on-call go on.
    void stops() {
        running().close();
        holdfast = null;
    }

    @Override
    public void close() {
        if (holdfast != null) {
            holdfast.close();
        }
        client.close();
        target.stop();
        oncall.stop();
    }
}
