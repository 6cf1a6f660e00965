package dev.holdfast.alert;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.serviceUnavailable;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import dev.holdfast.incident.Lifecycle;
import dev.holdfast.incident.Outbox.Attempt;
import dev.holdfast.incident.Outbox.Attempt.Ending;
import dev.holdfast.scene.Saw;
import dev.holdfast.scene.Scene;
import dev.holdfast.secret.Secret;
import dev.holdfast.store.Store;
import dev.holdfast.store.StoreSettings;
import dev.holdfast.store.Stores;
import dev.holdfast.wire.Json;
import dev.holdfast.wire.NoticeJson;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ten minutes in which no receiver takes anything, while incidents open and close.
class ReceiverDownTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final WireMockServer receiver =
            new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
    private final HeldClock clock = new HeldClock(Incidents.OPENED_AT);
    private final List<NoticeJson> taken = new CopyOnWriteArrayList<>();
    private final List<Attempt> heard = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        receiver.addMockServiceRequestListener(this::received);
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop();
    }

    private void received(Request request, Response response) {
        if (response.getStatus() == 204) {
            taken.add(Json.read(request.getBodyAsString(), NoticeJson.class));
        }
    }

    @Test
    void allArrivesInOrderWithItsTimeAndOnceFromASqliteFile() {
        allArrives("jdbc:sqlite:" + folder.resolve("holdfast.db"));
    }

    @Test
    void allArrivesInOrderWithItsTimeAndOnceFromPostgresql() throws IOException {
        try (var server = EmbeddedPostgres.start()) {
            allArrives(server.getJdbcUrl("postgres", "postgres"));
        }
    }

    private void allArrives(String url) {
        try (var store = Stores.open(new StoreSettings(new Secret(url), Duration.ofDays(30)), clock);
                var channels = new Channels(clock, null)) {
            var oncall = channels.open(Map.of("oncall", webhook()));
            try (var courier = new Courier(store.outbox(), oncall, heard::add, clock, new Random(1))) {
                courier.start();
                receiver.stubFor(post(anyUrl()).willReturn(serviceUnavailable()));
                var times = tenMinutes(store, courier);
                assertThat(taken).isEmpty();

                receiver.stubFor(post(anyUrl()).willReturn(noContent()));
                while (!store.outbox().pending().isEmpty()) {
                    pass(MINUTE, store, courier);
                }
                assertThat(taken).extracting(NoticeJson::id).doesNotHaveDuplicates();
                assertThat(told()).isEqualTo(times);
                await().untilAsserted(() -> assertThat(heard)
                        .filteredOn(attempt -> attempt.ending() == Ending.SENT)
                        .hasSameSizeAs(taken));
                assertThat(heard).extracting(Attempt::ending).doesNotContain(Ending.GAVE_UP);
            }
        }
    }

    /// Five incidents open, of which one gets a second member, and three of them close: the times of that.
    private Map<String, List<String>> tenMinutes(Store store, Courier courier) {
        var zero = clock.instant();
        for (var name : List.of("a", "b", "c", "d", "e")) {
            becomes(name, Saw.missing(name, name + " does not exist"), store);
            pass(MINUTE, store, courier);
        }
        becomes("second", Saw.missing("a", "a does not exist"), store);
        pass(MINUTE, store, courier);
        for (var name : List.of("second", "a", "b", "c")) {
            becomes(name, Saw.expected(401), store);
            pass(MINUTE, store, courier);
        }
        assertThat(clock.instant()).isEqualTo(zero.plus(Duration.ofMinutes(10)));
        return Map.of(
                "a", List.of(opened(zero), resolved(zero.plus(MINUTE.multipliedBy(7)))),
                "b", List.of(opened(zero.plus(MINUTE)), resolved(zero.plus(MINUTE.multipliedBy(8)))),
                "c", List.of(opened(zero.plus(MINUTE.multipliedBy(2))), resolved(zero.plus(MINUTE.multipliedBy(9)))),
                "d", List.of(opened(zero.plus(MINUTE.multipliedBy(3)))),
                "e", List.of(opened(zero.plus(MINUTE.multipliedBy(4)))));
    }

    private static String opened(Instant at) {
        return "incident.opened " + at;
    }

    private static String resolved(Instant at) {
        return "incident.resolved " + at;
    }

    /// By monitor, in the order in which it arrived; an update that something newer made needless may be missing.
    private Map<String, List<String>> told() {
        return taken.stream()
                .filter(notice -> !notice.type().equals("incident.updated"))
                .collect(Collectors.groupingBy(
                        notice -> notice.data().incident().monitor().name(),
                        Collectors.mapping(notice -> notice.type() + " " + notice.timestamp(), Collectors.toList())));
    }

    /// As many checks in a row as anything needs to be certain.
    private void becomes(String name, Saw saw, Store store) {
        var subject = Scene.subject(name, "admin");
        for (int i = 0; i < 3; i++) {
            var result = saw.by(subject, clock.instant().minus(Duration.ofMillis(88)));
            store.advance(subject.monitor(), (state, ledger) -> Lifecycle.next(subject, state, result, ledger));
        }
    }

    /// Time passes, and the courier does what is due by then.
    private void pass(Duration time, Store store, Courier courier) {
        for (var left = time; left.isPositive(); left = left.minusSeconds(10)) {
            clock.advance(Duration.ofSeconds(10));
            courier.use(courier.channels());
            await().until(() -> store.outbox()
                    .nextDue()
                    .filter(due -> !due.isAfter(clock.instant()))
                    .isEmpty());
        }
    }

    private Webhook.Settings webhook() {
        return new Webhook.Settings(
                new Secret(receiver.baseUrl() + "/oncall"), null, Webhook.Format.STANDARD, Map.of());
    }
}
