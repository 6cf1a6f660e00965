package dev.holdfast.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.incident.Selection;
import dev.holdfast.incident.Silence;
import dev.holdfast.incident.Watched.Overlay;
import dev.holdfast.scene.Monitored;
import dev.holdfast.scene.Saw;
import dev.holdfast.scene.Scene;
import dev.holdfast.secret.Secret;
import dev.holdfast.store.Told;
import dev.holdfast.wire.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What the status page and `/api/v1/status` say, and what the page of an incident folds away.
class StatusPageTest {
    private final Scene scene = new Scene();
    private final SceneHouse house = new SceneHouse(scene);
    private final Site site = Site.open(new WebSettings("127.0.0.1", 0, new Secret("x"), null), house, scene::now);
    private final Visitor visitor = new Visitor(site);

    @AfterEach
    void goHome() {
        visitor.close();
        site.close();
    }

    @Test
    void whileAllIsWellThereIsNothingRed() throws Exception {
        scene.watch(Scene.subject("flags", "admin")).settle("flags", Saw.expected(401));
        scene.watch(Scene.subject("health", "")).settle("health", Saw.expected(200));

        assertThat(home())
                .contains("All 2 monitors are as expected", "header class=\"good\"", "nothing delivered yet")
                .doesNotContain("failing", "Silences", "blind");
        assertThat(status().get("verdict").asString()).isEqualTo("pass");
        assertThat(status().at("/monitors/up").asInt()).isEqualTo(2);
    }

    @Test
    void aChannelThatGaveUpIsRedUntilItTakesSomething() throws Exception {
        scene.watch(Scene.subject("flags", "admin")).settle("flags", Saw.expected(401));
        scene.settle("flags", Saw.error());
        tried(Told.Status.FAILED, 1, "HTTP 403: no such key");
        scene.later(Duration.ofMinutes(12));

        assertThat(home())
                .contains(
                        "<strong>Channel oncall</strong> failing for 12m",
                        "HTTP 403: no such key",
                        "nothing delivered yet");
        assertThat(status().at("/channels/0/failing").asBoolean()).isTrue();
        assertThat(status().at("/channels/0/answer").asString()).isEqualTo("HTTP 403: no such key");

        scene.settle("flags", Saw.expected(401));
        tried(Told.Status.DELIVERED, 1, "HTTP 204");

        assertThat(home()).contains("works").doesNotContain("failing for");
    }

    @Test
    void aChannelThatIsRetriedIsRedAndGoodMonitorsDoNotHideIt() throws Exception {
        scene.watch(Scene.subject("flags", "admin")).settle("flags", Saw.expected(401));
        scene.settle("flags", Saw.error()).settle("flags", Saw.expected(401));
        tried(Told.Status.PENDING, 4, "HTTP 503");

        assertThat(home())
                .contains("failing for", " waiting", "HTTP 503", "The monitor is as expected", "header class=\"look\"");
    }

    @Test
    void overlaysAreShownWithTheirEnd() throws Exception {
        scene.watch(Scene.subject("flags", "admin"), Set.of(Overlay.SILENCED))
                .watch(Scene.subject("reports", "admin"), Set.of(Overlay.MAINTENANCE))
                .paused(Scene.subject("legacy", ""));
        house.silence(Silence.of(
                new Selection(List.of("flags"), List.of(), Map.of()),
                scene.now(),
                scene.now().plus(Duration.ofHours(2)),
                "ada",
                "migration"));
        scene.later(Duration.ofMinutes(30));

        assertThat(home())
                .contains("silenced for another 1h 30m", ">maintenance<", ">paused<")
                .contains("monitor flags", "until <time datetime=\"2026-11-23T16:00:00Z\">", "by ada: migration");
        assertThat(Json.tree(visitor.get("/api/v1/monitors").body())
                        .at("/0/overlays/0")
                        .asString())
                .isEqualTo("silenced");
        assertThat(status().at("/monitors/paused").asInt()).isEqualTo(1);
        assertThat(status().at("/silences/0/by").asString()).isEqualTo("ada");

        scene.later(Duration.ofHours(2));
        assertThat(home()).doesNotContain("by ada: migration");
    }

    @Test
    void blindnessAndAStoreInTroubleAreSaidFirst() throws Exception {
        scene.watch(Scene.subject("flags", "admin")).settle("flags", Saw.expected(401));
        house.blind = true;

        assertThat(home()).contains("Holdfast is blind:", "header class=\"look\"");
        assertThat(status().get("blind").asBoolean()).isTrue();
    }

    @Test
    void manyMembersAndTheirChangesAreFoldedAway() throws Exception {
        var names = IntStream.range(0, 30).mapToObj(number -> "m" + number).toList();
        names.forEach(
                name -> scene.watch(Monitored.as(name).telling().subject()).settle(name, Saw.expected(401)));
        names.forEach(name -> scene.settle(name, Saw.missing("analytics_modules", "no such relation")));

        var page = visitor.get("/incidents/" + scene.incident().id()).body();

        assertThat(page).contains("and 22 more", "changes of 30 monitors").doesNotContain("<script");
        assertThat(home()).contains("and 22 more");
    }

    @Test
    void aRecurrenceIsLinkedToTheIncidentBeforeIt() throws Exception {
        scene.watch(Monitored.as("flags")
                .explainedAt("https://wiki.example.com/flags")
                .subject());
        scene.settle("flags", Saw.expected(401));
        scene.settle("flags", Saw.missing("analytics_modules", "")).settle("flags", Saw.expected(401));
        var earlier = scene.store().resolved(1).getFirst();
        scene.later(Duration.ofDays(12));
        scene.settle("flags", Saw.missing("analytics_modules", ""));

        assertThat(visitor.get("/incidents/" + scene.incident().id()).body())
                .contains("seen 2 times", "/incidents/" + earlier.id(), "held 12d 0h", "https://wiki.example.com/flags")
                .contains("by nobody yet");
    }

    private String home() throws Exception {
        return visitor.get("/").body();
    }

    private JsonNode status() throws Exception {
        return Json.tree(visitor.get("/api/v1/status").body());
    }

    private void tried(Told.Status status, int attempts, String answer) {
        scene.store().told(100).stream()
                .filter(told -> told.status() == Told.Status.PENDING)
                .map(Told::notice)
                .limit(1)
                .forEach(notice -> scene.store().tried(notice, status, attempts, answer, scene.now()));
    }
}
