package dev.holdfast.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.wire.Json;
import dev.holdfast.wire.NoticeJson;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people do about incidents, end to end: real targets, the real daemon, a real receiver.
class OncallTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String FLAGS = "/api/v1/admin/feature-flags";
    private static final String BROKEN = "REGRESSION flags 401 → 500: relation \"analytics_modules\" does not exist";

    @TempDir
    private Path folder;

    private World world;

    @BeforeEach
    void open() {
        world = new World(folder);
        world.answers(FLAGS, 401, "").answers("/login", 200, "").answers("/other", 200, "");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whatIsSilencedIsToldWhenTheSilenceEnds() {
        watch("");
        var silence = world.post("/api/v1/silences", "{\"monitor\":\"flags\",\"for\":\"2h\",\"by\":\"ada\"}");
        assertThat(silence.statusCode()).isEqualTo(201);
        world.answers(FLAGS, 500, World.MISSING);
        world.stateIs("flags", "down");
        assertThat(world.get("/api/v1/incidents?state=open").body()).contains("analytics_modules");
        assertThat(world.get("/metrics").body())
                .contains("holdfast_monitor_state{monitor=\"flags\",group=\"\",state=\"silenced\"} 1");
        assertThat(world.told()).isEmpty();

        var id = Json.tree(silence.body()).at("/id").asString();
        assertThat(world.post("/api/v1/silences/" + id + "/expire").statusCode())
                .isEqualTo(200);
        world.oncallIsTold(BROKEN);
    }

    @Test
    void whatIsStillBrokenAtTheEndOfPlannedWorkOpensThen() {
        var end = Instant.now().plusSeconds(8);
        watch("maintenance: [{name: upgrade, monitors: flags, from: %s, to: %s}]\n"
                .formatted(Instant.now().minusSeconds(60), end));
        world.answers(FLAGS, 500, World.MISSING);
        world.stateIs("flags", "down");
        assertThat(world.told()).isEmpty();

        world.oncallIsTold(BROKEN);
        assertThat(world.told().getFirst().data().incident().openedAt()).isAfterOrEqualTo(end);
    }

    @Test
    void nobodyIsCalledAgainOnceSomebodyTakesCare() {
        world.watches("- {name: flags, url: \"TARGET" + FLAGS + "\", expect: {status: 401}, remind: 2s}\n");
        world.stateIs("flags", "up");
        world.post("/api/v1/deployments", "{\"name\":\"2.4.1\"}");
        world.answers(FLAGS, 500, World.MISSING);
        await().atMost(SOON).until(() -> types().equals("opened reminder"));
        assertThat(world.told().getFirst().data().incident().deployment().name())
                .isEqualTo("2.4.1");

        var incident = world.told().getFirst().data().incident().id();
        var acknowledged = world.post("/api/v1/incidents/" + incident + "/ack", "{\"by\":\"ada\"}");
        assertThat(acknowledged.statusCode()).isEqualTo(200);
        assertThat(acknowledged.body()).contains("\"by\":\"ada\"");
        var reminders = types();
        world.answers(FLAGS, 401, "");
        await().atMost(SOON).until(() -> types().endsWith("resolved"));
        assertThat(types()).isEqualTo(reminders + " resolved");
    }

    @Test
    void aParentAndItsChildrenAreOneNotificationEvenOverARestart() {
        var monitors = """
                - {name: login, url: "TARGET/login"}
                - {name: flags, url: "TARGET%s", expect: {status: 401}, depends_on: login}
                - {name: other, url: "TARGET/other", depends_on: login}
                """.formatted(FLAGS);
        world.watches(monitors);
        world.stateIs("login", "up");
        world.stateIs("flags", "up");
        world.stateIs("other", "up");

        world.answers("/login", 503, "").answers("/other", 500, "broken").answers(FLAGS, 500, World.MISSING);
        world.stateIs("login", "down");
        world.stateIs("flags", "down");
        world.stops();
        world.watches(monitors);
        world.stateIs("other", "down");
        await().atMost(SOON).until(() -> !world.told().isEmpty());
        assertThat(world.told()).hasSize(1);
        assertThat(world.told().getFirst().data().title()).startsWith("REGRESSION login 200 → 503");

        world.answers("/login", 200, "").answers("/other", 200, "");
        await().atMost(SOON).until(() -> world.told().size() == 3);
        assertThat(world.told().stream().map(NoticeJson::data).map(NoticeJson.Data::title))
                .anyMatch(title -> title.startsWith("RESOLVED login"))
                .anyMatch(title -> title.startsWith("REGRESSION flags"));
    }

    private void watch(String more) {
        world.watches("- {name: flags, url: \"TARGET" + FLAGS + "\", expect: {status: 401}}\n" + more);
        world.stateIs("flags", "up");
    }

    /// What on-call was told so far.
    private String types() {
        return String.join(
                " ",
                world.told().stream()
                        .map(notice -> notice.type().replace("incident.", ""))
                        .toList());
    }
}
