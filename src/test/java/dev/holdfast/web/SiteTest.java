package dev.holdfast.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.scene.Saw;
import dev.holdfast.scene.Scene;
import dev.holdfast.secret.Secret;
import dev.holdfast.wire.Json;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SiteTest {
    private static final String[] AS_ADMIN = {"Authorization", "Bearer correct horse"};

    private static final Scene SCENE = new Scene()
            .watch(Scene.subject("feature_flags", "admin"))
            .watch(Scene.subject("analytics", "admin"))
            .watch(Scene.subject("health", ""))
            .paused(Scene.subject("legacy", ""));
    private static final SceneHouse HOUSE = new SceneHouse(SCENE);
    private static final Site SITE = Site.open(settings(0, "correct horse"), HOUSE);
    private static final Visitor VISITOR = new Visitor(SITE);

    @BeforeAll
    static void theStory() {
        SCENE.settle("feature_flags", Saw.expected(401));
        SCENE.settle("analytics", Saw.expected(401));
        SCENE.settle("analytics", Saw.error()).settle("analytics", Saw.expected(401));
        SCENE.settle("health", Saw.redirect());
        SCENE.settle("feature_flags", Saw.missing("analytics_modules", "ERROR: relation does not exist"));
        SCENE.later(Duration.ofSeconds(5));
    }

    @AfterAll
    static void goHome() {
        VISITOR.close();
        SITE.close();
    }

    @Test
    void monitorsAreListedInTheOrderOfTheConfiguration() throws Exception {
        var answer = VISITOR.get("/api/v1/monitors");

        assertThat(answer.headers().firstValue("content-type")).contains("application/json");
        var monitors = Json.tree(answer.body());
        assertThat(monitors.findValuesAsString("name"))
                .containsExactly("feature_flags", "analytics", "health", "legacy");
        assertThat(monitors.findValuesAsString("state")).containsExactly("down", "up", "review", "unknown");
    }

    @Test
    void oneMonitorIsToldWithItsNewestCheck() throws Exception {
        var monitor = Json.tree(VISITOR.get("/api/v1/monitors/feature_flags").body());

        assertThat(monitor.get("verdict").asString()).isEqualTo("fail");
        assertThat(monitor.get("outcome").asString()).isEqualTo("relation_error");
        assertThat(monitor.get("cause").asString()).isEqualTo("relation_missing");
        assertThat(monitor.get("relation").asString()).isEqualTo("analytics_modules");
        assertThat(monitor.get("duration_ms").asDouble()).isEqualTo(88);
        assertThat(monitor.get("phases_ms").get("tls").asDouble()).isEqualTo(24);
        assertThat(monitor.get("incident").asString())
                .isEqualTo(SCENE.incident().id().value());
    }

    @Test
    void aMonitorThatWasNeverCheckedIsUnknown() throws Exception {
        var monitor = Json.tree(VISITOR.get("/api/v1/monitors/legacy").body());

        assertThat(monitor.get("paused").asBoolean()).isTrue();
        assertThat(monitor.get("verdict").asString()).isEqualTo("unknown");
        assertThat(monitor.get("checked_at").isNull()).isTrue();
    }

    @Test
    void aMistypedNameIsAnsweredWithTheNearest() throws Exception {
        var answer = VISITOR.get("/api/v1/monitors/feature_flag");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
        assertThat(Json.tree(answer.body()).get("detail").asString())
                .isEqualTo("no monitor is called feature_flag; did you mean feature_flags?");
    }

    @Test
    void aNameThatIsNearNothingIsAnsweredWithWhereToLook() throws Exception {
        var answer = VISITOR.get("/api/v1/monitors/nonsense");

        assertThat(answer.body()).contains("GET /api/v1/monitors lists those there are");
    }

    @Test
    void theHistoryOfAMonitorIsToldNewestFirst() throws Exception {
        var results = Json.tree(
                VISITOR.get("/api/v1/monitors/analytics/results?limit=3").body());

        assertThat(results.findValuesAsString("verdict")).containsExactly("pass", "pass", "fail");
        assertThat(results.get(2).get("reason").asString()).isEqualTo("500 instead of 401");
    }

    @Test
    void incidentsAreChosenByTheirState() throws Exception {
        var open = Json.tree(VISITOR.get("/api/v1/incidents?state=open").body());
        var closed = Json.tree(VISITOR.get("/api/v1/incidents?state=closed").body());
        var all = Json.tree(VISITOR.get("/api/v1/incidents").body());

        assertThat(open.findValuesAsString("monitor")).containsExactly("feature_flags");
        assertThat(closed.findValuesAsString("monitor")).containsExactly("analytics");
        assertThat(all.findValuesAsString("monitor")).containsExactly("feature_flags", "analytics");
        assertThat(VISITOR.get("/api/v1/incidents?state=ajar").statusCode()).isEqualTo(400);
    }

    @Test
    void oneIncidentIsToldByItsId() throws Exception {
        var id = SCENE.incident().id();
        var incident = Json.tree(VISITOR.get("/api/v1/incidents/" + id).body());

        assertThat(incident.get("kind").asString()).isEqualTo("regression");
        assertThat(incident.get("previous_status").asInt()).isEqualTo(401);
        assertThat(VISITOR.get("/api/v1/incidents/inc_none").statusCode()).isEqualTo(404);
    }

    @Test
    void notificationsAreToldWithWhatBecameOfThem() throws Exception {
        var told = Json.tree(VISITOR.get("/api/v1/notifications").body());

        assertThat(told.get(0).get("type").asString()).isEqualTo("incident.opened");
        assertThat(told.get(0).get("status").asString()).isEqualTo("pending");
        assertThat(told.get(0).get("title").asString())
                .startsWith("REGRESSION feature_flags 401 → 500: relation \"analytics_modules\" does not exist");
    }

    @Test
    void theGateNamesWhatStandsInTheWay() throws Exception {
        var gate = Json.tree(VISITOR.get("/api/v1/gate").body());

        assertThat(gate.get("verdict").asString()).isEqualTo("fail");
        assertThat(gate.get("monitors").get(0).asString()).isEqualTo("feature_flags");
        assertThat(VISITOR.get("/api/v1/gate").statusCode()).isEqualTo(200);
        assertThat(VISITOR.get("/api/v1/gate?strict").statusCode()).isEqualTo(409);
    }

    @Test
    void aLimitOutOfRangeIsRefused() throws Exception {
        for (var limit : List.of("0", "1001", "-1", "many", "99999999999")) {
            assertThat(VISITOR.get("/api/v1/notifications?limit=" + limit).statusCode())
                    .as(limit)
                    .isEqualTo(400);
        }
    }

    @Test
    void aCheckOnDemandNeedsTheAdminToken() throws Exception {
        var path = "/api/v1/monitors/legacy/check";

        assertThat(VISITOR.post(path).statusCode()).isEqualTo(401);
        assertThat(VISITOR.post(path).headers().firstValue("www-authenticate")).contains("Bearer realm=\"holdfast\"");
        assertThat(VISITOR.post(path, "Authorization", "Bearer wrong").statusCode())
                .isEqualTo(401);
        assertThat(VISITOR.get(path).statusCode()).isEqualTo(405);
    }

    @Test
    void aCheckOnDemandAnswersItsResult() throws Exception {
        var answer = VISITOR.post("/api/v1/monitors/analytics/check", AS_ADMIN);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Json.tree(answer.body()).get("monitor").asString()).isEqualTo("analytics");
        assertThat(Json.tree(answer.body()).get("verdict").asString()).isEqualTo("pass");
        assertThat(VISITOR.post("/api/v1/monitors/analytic/check", AS_ADMIN).body())
                .contains("did you mean analytics?");
    }

    @Test
    void withoutAConfiguredTokenNothingCanBeChanged() throws Exception {
        for (var none : new String[] {null, "", "  "}) {
            try (var site = Site.open(settings(0, none), HOUSE);
                    var visitor = new Visitor(site)) {
                var answer = visitor.post("/-/reload", "Authorization", "Bearer ");

                assertThat(answer.statusCode()).isEqualTo(403);
                assertThat(answer.body()).contains("set web.admin_token");
            }
        }
    }

    @Test
    void aPageOfAnotherSiteCannotChangeAnything() throws Exception {
        for (var origin : List.of("https://evil.example.com", "null", "::")) {
            var answer = VISITOR.post("/-/reload", "Authorization", "Bearer correct horse", "Origin", origin);

            assertThat(answer.statusCode()).as(origin).isEqualTo(403);
        }
        assertThat(VISITOR.post("/-/reload", "Authorization", "Bearer correct horse", "Origin", VISITOR.origin())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aRefusedConfigurationIsAnsweredWithItsProblems() throws Exception {
        HOUSE.problems = List.of("holdfast.yml:3: monitors[0].url: not an address");

        var answer = VISITOR.post("/-/reload", AS_ADMIN);

        HOUSE.problems = List.of();
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Json.tree(answer.body()).get("detail").asString()).contains("holdfast.yml:3");
    }

    @Test
    void healthAndReadinessAreToldToGetAndHead() throws Exception {
        assertThat(VISITOR.get("/-/healthy").statusCode()).isEqualTo(200);
        assertThat(VISITOR.ask("HEAD", "/-/healthy").statusCode()).isEqualTo(200);
        assertThat(VISITOR.get("/-/ready").statusCode()).isEqualTo(200);

        HOUSE.ready = false;

        assertThat(VISITOR.get("/-/ready").statusCode()).isEqualTo(503);
        assertThat(VISITOR.ask("HEAD", "/-/ready").statusCode()).isEqualTo(503);
        assertThat(VISITOR.get("/-/healthy").statusCode()).isEqualTo(200);
        HOUSE.ready = true;
    }

    @Test
    void everyAnswerIsLockedDownAndDoesNotNameTheServer() throws Exception {
        for (var path : List.of("/metrics", "/api/v1/monitors", "/-/healthy", "/nowhere")) {
            var headers = VISITOR.get(path).headers();

            assertThat(headers.firstValue("content-security-policy").orElse("")).contains("default-src 'none'");
            assertThat(headers.firstValue("x-content-type-options")).contains("nosniff");
            assertThat(headers.firstValue("referrer-policy")).contains("no-referrer");
            assertThat(headers.firstValue("server")).isEmpty();
        }
    }

    @Test
    void metricsAreServedAsTheyAre() throws Exception {
        var answer = VISITOR.get("/metrics");

        assertThat(answer.headers()
                        .firstValue("content-type")
                        .orElse("")
                        .replace(" ", "")
                        .toLowerCase(Locale.ROOT))
                .isEqualTo("text/plain;version=0.0.4;charset=utf-8");
        assertThat(answer.body()).isEqualTo("holdfast_blind 0\n");
    }

    @Test
    void anAddressThatIsTakenIsSaidSo() {
        assertThatThrownBy(() -> Site.open(settings(SITE.port(), null), HOUSE))
                .isInstanceOf(CannotListen.class)
                .hasMessageStartingWith("cannot listen at 127.0.0.1:" + SITE.port())
                .hasMessageContaining("web.listen");
    }

    private static WebSettings settings(int port, @Nullable String token) {
        return new WebSettings("127.0.0.1", port, token == null ? null : new Secret(token), null);
    }
}
