package dev.holdfast.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.scene.Monitored;
import dev.holdfast.scene.Scene;
import dev.holdfast.secret.Secret;
import dev.holdfast.wire.Json;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Silences and deployments over the API.
class PlanApiTest {
    private static final String[] AS_ADMIN = {"Authorization", "Bearer correct horse"};

    private final Scene scene = new Scene()
            .watch(Monitored.as("feature_flags").labelled("team", "payments").subject())
            .watch(Scene.subject("health", ""));
    private final Site site = Site.open(
            new WebSettings("127.0.0.1", 0, new Secret("correct horse"), null), new SceneHouse(scene), scene::now);
    private final Visitor visitor = new Visitor(site);

    @AfterEach
    void goHome() {
        visitor.close();
        site.close();
    }

    @Test
    void aSilenceIsInForceForAsLongAsWasAsked() throws Exception {
        var answer = silence("""
                {"monitor": "feature_*", "groups": ["admin"], "labels": {"team": "payments"},
                 "for": "1h30m", "by": "ada", "comment": "migration"}""");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var silence = Json.tree(answer.body());
        assertThat(silence.get("id").asString()).startsWith("sil_");
        assertThat(silence.at("/who/monitors/0").asString()).isEqualTo("feature_*");
        assertThat(silence.at("/who/labels/team").asString()).isEqualTo("payments");
        assertThat(silence.get("from").asString()).isEqualTo(scene.now().toString());
        assertThat(silence.get("until").asString())
                .isEqualTo(scene.now().plus(Duration.ofMinutes(90)).toString());
        assertThat(silence.get("by").asString()).isEqualTo("ada");
        assertThat(Json.tree(visitor.get("/api/v1/silences").body()).get(0)).isEqualTo(silence);
    }

    @Test
    void aSilenceEndsWhenItIsToldTo() throws Exception {
        var id = Json.tree(silence("{\"group\": \"admin\", \"until\": \"2026-11-24T00:00:00+01:00\"}")
                        .body())
                .get("id")
                .asString();
        scene.later(Duration.ofMinutes(5));

        var ended = visitor.tell("/api/v1/silences/" + id + "/expire", "", AS_ADMIN);

        assertThat(ended.statusCode()).isEqualTo(200);
        assertThat(Json.tree(ended.body()).get("until").asString())
                .isEqualTo(scene.now().toString());
        var unknown = visitor.tell("/api/v1/silences/sil_none/expire", "", AS_ADMIN);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("GET /api/v1/silences lists");
    }

    @Test
    void whoMeansNoMonitorIsToldTheNearest() throws Exception {
        refuses("\"for\": \"2h\"", "say which monitors");
        refuses(
                "\"monitor\": \"feature_flag\", \"for\": \"2h\"",
                "no monitor is called feature_flag; did you mean feature_flags?");
        refuses("\"group\": \"admni\", \"for\": \"2h\"", "no group is called admni; did you mean admin?");
        refuses("\"group\": \"nonsense\", \"for\": \"2h\"", "the groups are admin");
        refuses("\"labels\": {\"team\": \"payment\"}, \"for\": \"2h\"", "did you mean team=payments?");
        refuses("\"monitor\": \"health\", \"group\": \"admin\", \"for\": \"2h\"", "no monitor is all of that");
    }

    @Test
    void aSilenceHasAnEndThatIsToCome() throws Exception {
        var who = "\"monitors\": [\"health\"]";
        refuses(who, "say how long");
        refuses(who + ", \"for\": \"2h\", \"until\": \"2030-01-01T00:00:00Z\"", "either for");
        refuses(who + ", \"for\": \"two hours\"", "for has to be a duration, such as 30s");
        refuses(who + ", \"for\": \"0s\"", "still to come");
        refuses(who + ", \"for\": \"367d\"", "366 days at most");
        refuses(who + ", \"until\": \"2020-01-01T00:00:00Z\"", "still to come");
        refuses(who + ", \"until\": \"tomorrow\"", "until has to be a time with its zone");
    }

    @Test
    void everyFieldHasToBeKnownAndOfItsKind() throws Exception {
        refuses("\"monitr\": \"health\"", "there is no field monitr here; did you mean monitor");
        refuses("\"xyzzy\": \"health\"", "known are monitors, monitor, groups");
        refuses("\"monitors\": \"health\", \"for\": \"2h\"", "monitors has to be a list of texts");
        refuses("\"monitors\": [1], \"for\": \"2h\"", "monitors has to be a text");
        refuses("\"labels\": \"team\", \"for\": \"2h\"", "labels has to be an object");
        refuses("\"monitor\": \"health\", \"for\": \"2h\", \"comment\": \"" + "x".repeat(1_001) + "\"", "too long");
        assertThat(visitor.get("/api/v1/silences").body()).isEqualTo("[]");
    }

    @Test
    void deploymentsAreListedNewestFirst() throws Exception {
        assertThat(deploy("{\"name\": \"2.4.0\", \"at\": \"2026-11-23T10:00:00Z\"}")
                        .statusCode())
                .isEqualTo(201);
        var answer = deploy("{\"name\": \"2.4.1\"}");

        assertThat(Json.tree(answer.body()).get("at").asString())
                .isEqualTo(scene.now().toString());
        assertThat(Json.tree(visitor.get("/api/v1/deployments").body()).findValuesAsString("name"))
                .containsExactly("2.4.1", "2.4.0");
        assertThat(deploy("{\"name\": \"  \"}").body()).contains("a deployment needs a name");
        assertThat(deploy("{\"name\": \"2.4.2\", \"at\": \"noon\"}").body()).contains("at has to be a time");
        assertThat(deploy("{\"name\": \"2.4.2\", \"at\": \"-9999-01-01T00:00:00Z\"}")
                        .body())
                .contains("at has to be a time");
        assertThat(deploy("{\"name\": \"2.4.2\", \"at\": \"2027-01-01T00:00:00Z\"}")
                        .body())
                .contains("at is in the future");
    }

    @Test
    void nothingIsPlannedWithoutTheToken() throws Exception {
        for (var path : new String[] {"/api/v1/silences", "/api/v1/silences/sil_x/expire", "/api/v1/deployments"}) {
            assertThat(visitor.tell(path, "{\"name\": \"2.4.1\"}").statusCode())
                    .as(path)
                    .isEqualTo(401);
        }
        assertThat(visitor.get("/api/v1/deployments").body()).isEqualTo("[]");
    }

    private HttpResponse<String> silence(String body) throws Exception {
        return visitor.tell("/api/v1/silences", body, AS_ADMIN);
    }

    private HttpResponse<String> deploy(String body) throws Exception {
        return visitor.tell("/api/v1/deployments", body, AS_ADMIN);
    }

    private void refuses(String fields, String part) throws Exception {
        var answer = silence("{" + fields + "}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Json.tree(answer.body()).get("detail").asString()).contains(part);
    }
}
