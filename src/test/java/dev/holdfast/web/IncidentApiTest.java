package dev.holdfast.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.incident.Deployment;
import dev.holdfast.incident.Incident;
import dev.holdfast.scene.Monitored;
import dev.holdfast.scene.Saw;
import dev.holdfast.scene.Scene;
import dev.holdfast.secret.Secret;
import dev.holdfast.store.Told;
import dev.holdfast.wire.Json;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Incidents over the API: their story, who takes care of them, and who was told.
class IncidentApiTest {
    private static final String[] AS_ADMIN = {"Authorization", "Bearer correct horse"};

    private final Scene scene = new Scene()
            .watch(Monitored.as("feature_flags").telling("oncall", "pager").subject())
            .watch(Scene.subject("health", ""));
    private final Site site = Site.open(
            new WebSettings("127.0.0.1", 0, new Secret("correct horse"), null), new SceneHouse(scene), scene::now);
    private final Visitor visitor = new Visitor(site);

    @BeforeEach
    void theStory() {
        scene.settle("feature_flags", Saw.expected(401)).settle("health", Saw.expected(200));
        scene.store().deployed(new Deployment("2.4.1", scene.now()));
        scene.later(Duration.ofSeconds(20));
        scene.settle("feature_flags", Saw.missing("analytics_modules", "ERROR: relation does not exist"));
        told("oncall", Told.Status.DELIVERED, 1, "HTTP 204");
        told("pager", Told.Status.FAILED, 3, "HTTP 403: no such key");
        scene.later(Duration.ofMinutes(1));
    }

    private void told(String channel, Told.Status status, int attempts, String answer) {
        scene.store().told(100).stream()
                .map(Told::notice)
                .filter(notice -> notice.channel().equals(channel))
                .forEach(notice -> scene.store().tried(notice, status, attempts, answer, scene.now()));
    }

    @AfterEach
    void goHome() {
        visitor.close();
        site.close();
    }

    @Test
    void whoTakesCareOfAnIncidentIsToldAndTheFirstStays() throws Exception {
        var answer = ack(id(), "{\"by\": \"ada\", \"note\": \"rolling back\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        var ack = Json.tree(answer.body()).get("ack");
        assertThat(ack.get("by").asString()).isEqualTo("ada");
        assertThat(ack.get("note").asString()).isEqualTo("rolling back");
        assertThat(ack.get("at").asString()).isEqualTo(scene.now().toString());
        assertThat(Json.tree(ack(id(), "{\"by\": \"bob\"}").body())
                        .at("/ack/by")
                        .asString())
                .isEqualTo("ada");
    }

    @Test
    void nobodyHasToSayWhoTheyAre() throws Exception {
        assertThat(Json.tree(ack(id(), "").body()).at("/ack/by").asString()).isEqualTo("admin");
    }

    @Test
    void onlyAnIncidentThatIsOpenCanBeTakenCareOf() throws Exception {
        var id = id();
        scene.settle("feature_flags", Saw.expected(401));
        var end = scene.store().resolved(1).getFirst().resolvedAt();

        var over = ack(id, "{}");
        assertThat(over.statusCode()).isEqualTo(409);
        assertThat(over.body()).contains("incident " + id + " ended " + end);

        var unknown = ack("inc_none", "{}");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("GET /api/v1/incidents lists");
    }

    @Test
    void aWrongBodyAndAMissingTokenChangeNothing() throws Exception {
        assertThat(visitor.tell("/api/v1/incidents/" + id() + "/ack", "{}").statusCode())
                .isEqualTo(401);
        refuses(ack(id(), "{\"notes\": \"hm\"}"), "there is no field notes here; did you mean note?");
        refuses(ack(id(), "{\"by\": 7}"), "by has to be a text");
        refuses(ack(id(), "[1]"), "the body has to be one JSON object", "line 1, column");
        refuses(ack(id(), "{\"by\": \"ada\"} x"), "the body has to be one JSON object");
        refuses(ack(id(), "null"), "the body has to be one JSON object");
        assertThat(scene.incident().ack()).isNull();
    }

    @Test
    void theStoryOfAnIncidentIsToldInOrder() throws Exception {
        ack(id(), "{\"by\": \"ada\"}");
        scene.settle("feature_flags", Saw.expected(401));

        var incident = Json.tree(visitor.get(
                        "/api/v1/incidents/" + idOf(scene.store().resolved(1).getFirst()))
                .body());
        var story = incident.get("timeline");

        assertThat(incident.get("kind").asString()).isEqualTo("regression");
        assertThat(incident.at("/deployment/name").asString()).isEqualTo("2.4.1");
        assertThat(story.findValuesAsString("kind"))
                .containsSubsequence(
                        "last_good",
                        "deployment",
                        "first_failure",
                        "transition",
                        "notification",
                        "ack",
                        "transition",
                        "end");
        assertThat(story.findValuesAsString("at").stream().map(Instant::parse).toList())
                .isSorted();
        assertThat(story.findValuesAsString("answer")).contains("HTTP 204", "HTTP 403: no such key");
        assertThat(story.findValuesAsString("to")).contains("down", "up");
    }

    @Test
    void notificationsAreChosenByWhatBecameOfThem() throws Exception {
        assertThat(notifications("?status=failed").findValuesAsString("channel"))
                .containsExactly("pager");
        assertThat(notifications("?status=pending")).isEmpty();
        assertThat(notifications("?channel=oncall").findValuesAsString("status"))
                .containsExactly("delivered");
        assertThat(notifications("?incident=" + id() + "&limit=1")).hasSize(1);
        assertThat(notifications("?incident=inc_none")).isEmpty();
        refuses(visitor.get("/api/v1/notifications?status=lost"), "status is one of pending, delivered, failed");
    }

    @Test
    void aNotificationIsToldWithItsAnswer() throws Exception {
        var told = notifications("?channel=pager").get(0);

        assertThat(told.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "type",
                        "channel",
                        "incident",
                        "title",
                        "at",
                        "due_at",
                        "status",
                        "attempts",
                        "answer",
                        "settled_at");
        assertThat(told.get("incident").asString()).isEqualTo(id());
        assertThat(told.get("attempts").asInt()).isEqualTo(3);
        assertThat(told.get("answer").asString()).isEqualTo("HTTP 403: no such key");
    }

    private JsonNode notifications(String query) throws Exception {
        return Json.tree(visitor.get("/api/v1/notifications" + query).body());
    }

    private String id() {
        return idOf(scene.incident());
    }

    private static String idOf(Incident incident) {
        return incident.id().value();
    }

    private HttpResponse<String> ack(String id, String body) throws Exception {
        return visitor.tell("/api/v1/incidents/" + id + "/ack", body, AS_ADMIN);
    }

    private static void refuses(HttpResponse<String> answer, String... parts) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
        assertThat(Json.tree(answer.body()).get("detail").asString()).contains(parts);
    }
}
