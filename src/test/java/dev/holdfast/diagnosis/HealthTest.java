package dev.holdfast.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HealthTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                // Spring Boot
                "{\"status\":\"DOWN\",\"components\":{\"db\":{\"status\":\"DOWN\",\"details\":{\"error\":\"Connection is closed\"}},\"ping\":{\"status\":\"UP\"}}}; component db is DOWN: Connection is closed",
                "{\"status\":\"DOWN\",\"details\":{\"rabbit\":{\"status\":\"DOWN\",\"details\":{\"error\":\"java.net.ConnectException: no route\"}},\"ping\":{\"status\":\"UP\"}}}; component rabbit is DOWN: java.net.ConnectException: no route",
                "{\"status\":\"DOWN\",\"components\":{\"db\":{\"status\":\"DOWN\",\"components\":{\"primary\":{\"status\":\"UP\"},\"replica\":{\"status\":\"DOWN\",\"details\":{\"error\":\"gone\"}}}}}}; component db/replica is DOWN: gone",
                "{\"status\":\"OUT_OF_SERVICE\"}; the health body says OUT_OF_SERVICE",
                // MicroProfile
                "{\"status\":\"DOWN\",\"checks\":[{\"name\":\"Disk\",\"status\":\"UP\"},{\"name\":\"Mail\",\"status\":\"DOWN\",\"data\":{\"error\":\"timed out\"}}]}; component mail is DOWN: timed out",
                "{\"status\":\"DOWN\",\"checks\":[{\"status\":\"DOWN\",\"name\":\"mail\"},{\"status\":\"UP\",\"name\":\"disk\"}]}; component mail is DOWN",
                // health+json
                "{\"status\":\"fail\",\"checks\":{\"queue:depth\":[{\"componentId\":\"q1\",\"status\":\"pass\"},{\"componentId\":\"q2\",\"status\":\"fail\",\"output\":\"too deep\"}]}}; component queue:depth is fail: too deep",
                // ASP.NET
                "{\"status\":\"Unhealthy\",\"totalDuration\":\"00:00:01\",\"entries\":{\"queue\":{\"data\":{},\"description\":\"none free\",\"status\":\"Unhealthy\",\"tags\":[]},\"self\":{\"status\":\"Healthy\"}}}; component queue is Unhealthy: none free",
                "Unhealthy; the health body says Unhealthy",
                "Degraded; the health body says Degraded",
                // Terminus
                "{\"status\":\"error\",\"info\":{\"disk\":{\"status\":\"up\"}},\"error\":{\"mail\":{\"status\":\"down\",\"message\":\"ECONNRESET\"}},\"details\":{\"disk\":{\"status\":\"up\"},\"mail\":{\"status\":\"down\",\"message\":\"ECONNRESET\"}}}; component mail is down: ECONNRESET",
                // Kubernetes
                "`[+]ping ok\n[-]etcd failed: reason withheld\nhealthz check failed`; component etcd is failed",
                "`[-]informer-sync failed: 2 informers not started yet: [*v1.Node]\nreadyz check failed`; component informer-sync is failed: 2 informers not started yet: [*v1.Node]",
                // by hand
                "{\"status\":\"degraded\",\"dependencies\":{\"search\":\"unreachable\",\"mail\":\"ok\"}}; component search is unreachable",
                "{\"status\":\"degraded\",\"dependencies\":{\"search\":{\"healthy\":false,\"error\":\"dial tcp: no such host\"},\"mail\":{\"healthy\":true}}}; component search is not healthy: dial tcp: no such host",
                "{\"status\":\"fail\",\"checks\":{\"search\":\"error: index is read-only\",\"mail\":true,\"queue\":false}}; component search is error: index is read-only",
                "{\"status\":\"unhealthy\",\"services\":[{\"name\":\"a\",\"status\":\"down\"},{\"name\":\"b\",\"status\":\"down\"}]}; components a, b are down",
            })
    void theFailingComponentIsNamedWithItsOwnMessage(String body, String sentence) {
        for (int status : new int[] {200, 503}) {
            var diagnosis = diagnose("https://app.example.com/x", status, body);

            assertThat(diagnosis.explanation()).as("under " + status).contains(sentence);
            assertThat(diagnosis.cause()).as("under " + status).isNotEqualTo(Cause.NONE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"UP\",\"components\":{\"db\":{\"status\":\"UP\",\"details\":{\"database\":\"PostgreSQL\"}}}}",
                "{\"status\":\"UP\",\"checks\":[]}",
                "{\"status\":\"pass\",\"checks\":{\"a:b\":[{\"status\":\"warn\"}]}}",
                "{\"status\":\"ok\",\"info\":{\"db\":{\"status\":\"up\"}},\"error\":{},\"details\":{\"db\":{\"status\":\"up\"}}}",
                "{\"status\":\"Healthy\",\"entries\":{\"db\":{\"status\":\"Healthy\"}}}",
                "[+]ping ok\n[+]etcd ok\nlivez check passed",
                "Healthy",
                "{\"ok\":true}"
            })
    void aBodyThatSaysAllIsWellIsNothing(String body) {
        var diagnosis = diagnose("https://app.example.com/health", 200, body);

        assertThat(diagnosis.cause()).isEqualTo(Cause.NONE);
        assertThat(diagnosis.explanation()).isEqualTo("answers 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":7,\"status\":\"failed\",\"items\":[{\"name\":\"a\",\"status\":\"failed\"}]}",
                "{\"order\":{\"status\":\"failed\",\"message\":\"card declined\"}}",
                "{\"devices\":[{\"name\":\"d1\",\"status\":\"offline\"},{\"name\":\"d2\",\"status\":\"down\"}]}",
                "{\"services\":[{\"name\":\"cleaning\",\"status\":\"unavailable\"}]}"
            })
    void whatOtherBodiesSayOfThingsIsNotTheirHealth(String body) {
        assertThat(diagnose("https://app.example.com/api/things", 200, body).cause())
                .isEqualTo(Cause.NONE);
    }

    @Test
    void fromAHealthPageAnyShapeIsBelieved() {
        assertThat(diagnose("https://app.example.com/healthz", 200, "{\"status\":\"fail\"}")
                        .explanation())
                .isEqualTo("the health body says fail");
        assertThat(diagnose("https://app.example.com/api/x", 200, "{\"status\":\"fail\"}")
                        .cause())
                .isEqualTo(Cause.NONE);
    }

    @Test
    void aDatabaseThatIsDownIsTheCause() {
        var diagnosis = diagnose(
                "https://app.example.com/health",
                503,
                "{\"status\":\"DOWN\",\"components\":{\"db\":{\"status\":\"DOWN\"}}}");

        assertThat(diagnosis.cause()).isEqualTo(Cause.DATABASE_UNREACHABLE);
        assertThat(diagnosis.explanation()).isEqualTo("the database cannot be reached (component db is DOWN)");
        assertThat(diagnosis.evidence()).isEqualTo("component db is DOWN");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 503})
    void aDatabaseThatSaysWhyIsBelieved(int status) {
        var diagnosis = diagnose(
                "https://app.example.com/health",
                status,
                "{\"status\":\"DOWN\",\"components\":{\"db\":{\"status\":\"DOWN\",\"details\":"
                        + "{\"error\":\"ERROR: relation \\\"feature_flags\\\" does not exist\"}}}}");

        assertThat(diagnosis.cause()).isEqualTo(Cause.RELATION_MISSING);
        assertThat(diagnosis.relation()).isEqualTo("feature_flags");
        assertThat(diagnosis.explanation())
                .isEqualTo("relation \"feature_flags\" does not exist (component db is DOWN)");
    }

    @Test
    void aDatabaseThatRefusesConnectionsSaysSo() {
        var diagnosis = diagnose(
                "https://app.example.com/health",
                200,
                "{\"status\":\"DOWN\",\"components\":{\"db\":{\"status\":\"DOWN\",\"details\":{\"error\":"
                        + "\"org.postgresql.util.PSQLException: Connection to db:5432 refused.\"}}}}");

        assertThat(diagnosis.cause()).isEqualTo(Cause.DATABASE_UNREACHABLE);
        assertThat(diagnosis.explanation())
                .endsWith("(component db is DOWN: org.postgresql.util.PSQLException: Connection to db:5432 refused.)");
    }

    private static Diagnosis diagnose(String asked, int status, String body) {
        return Diagnostician.standard()
                .diagnose(Seen.answered(URI.create(asked), status, Map.of(), body.getBytes(StandardCharsets.UTF_8)));
    }
}
