package dev.holdfast.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The main job, end to end: real targets, the real daemon, a real receiver.
class MainJobTest {
    private static final String FLAGS = "/api/v1/admin/feature-flags";
    private static final String STATS = "/api/v1/admin/dashboard/stats";
    private static final String FLAGS_MONITOR = """
            - {name: feature_flags, group: admin, url: "TARGET/api/v1/admin/feature-flags", expect: {status: 401}}
            """;
    private static final String BOTH = FLAGS_MONITOR + """
            - {name: stats, group: admin, url: "TARGET/api/v1/admin/dashboard/stats", expect: {status: 401}}
            """;
    private static final String REGRESSION =
            "REGRESSION feature_flags 401 → 500: relation \"analytics_modules\" does not exist";

    @TempDir
    private Path folder;

    private World world;

    @BeforeEach
    void open() {
        world = new World(folder);
        world.answers(FLAGS, 401, "").answers(STATS, 401, "");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aGuardedEndpointThatLosesItsTableIsToldOnceWithItsCauseAndItsRecovery() {
        world.watches(FLAGS_MONITOR);
        world.stateIs("feature_flags", "up");

        world.answers(FLAGS, 500, World.MISSING);
        world.oncallIsTold(REGRESSION);
        var incident = world.told().getFirst().data().incident();
        assertThat(incident.relation()).isEqualTo("analytics_modules");
        assertThat(incident.previousStatus()).isEqualTo(401);

        world.answers(FLAGS, 401, "");
        await().until(() -> world.told().size() == 2);
        assertThat(world.told().get(1).data().title()).startsWith("RESOLVED feature_flags after ");
        assertThat(world.told().get(1).data().incident().id()).isEqualTo(incident.id());
    }

    @Test
    void twoEndpointsThatMissOneTableAreOneIncident() {
        world.watches(BOTH);
        world.stateIs("feature_flags", "up");
        world.stateIs("stats", "up");

        world.answers(FLAGS, 500, World.MISSING).answers(STATS, 500, World.MISSING);
        world.stateIs("feature_flags", "down");
        world.stateIs("stats", "down");

        assertThat(world.watched("stats").state().incident())
                .isEqualTo(world.watched("feature_flags").state().incident());
        assertThat(world.told().stream().filter(notice -> notice.type().equals("incident.opened")))
                .hasSize(1);
    }

    @Test
    void aRestartWhileDownTellsNobodyAndTheRecoveryAfterwardsIsToldOnce() {
        world.watches(FLAGS_MONITOR);
        world.stateIs("feature_flags", "up");
        world.answers(FLAGS, 500, World.MISSING);
        world.oncallIsTold(REGRESSION);

        world.stops();
        world.watches(FLAGS_MONITOR);
        await().until(() -> world.watched("feature_flags").result().isPresent());
        world.oncallIsTold(REGRESSION);

        world.answers(FLAGS, 401, "");
        await().until(() -> world.told().size() == 2);
    }

    @Test
    void aBaselineSurvivesARestart() {
        world.watches(FLAGS_MONITOR);
        world.stateIs("feature_flags", "up");
        world.stops();

        world.answers(FLAGS, 500, World.MISSING);
        world.watches(FLAGS_MONITOR);
        world.oncallIsTold(REGRESSION);
    }

    @Test
    void aReceiverThatIsDownGetsItLater() {
        world.watches(FLAGS_MONITOR);
        world.stateIs("feature_flags", "up");
        world.oncallAnswers(503);
        world.answers(FLAGS, 500, World.MISSING);
        world.stateIs("feature_flags", "down");

        world.oncallAnswers(204);
        world.oncallIsTold(REGRESSION);
    }

    @Test
    void aReloadKeepsWhatDidNotChangeAddsWhatIsNewAndEndsWhatIsGone() {
        world.watches(BOTH);
        world.stateIs("feature_flags", "up");
        world.answers(FLAGS, 500, World.MISSING);
        world.stateIs("feature_flags", "down");
        var incident = world.watched("feature_flags").state().incident();

        world.configure(FLAGS_MONITOR + "- {name: health, url: \"TARGET/health\"}\n");
        assertThat(world.post("/-/reload").statusCode()).isEqualTo(200);

        assertThat(world.isWatching("stats")).isFalse();
        assertThat(world.isWatching("health")).isTrue();
        assertThat(world.watched("feature_flags").state().incident()).isEqualTo(incident);
    }

    @Test
    void aReloadTakesOverSignaturesOfTheUsersOwn() {
        world.watches(FLAGS_MONITOR);
        world.stateIs("feature_flags", "up");
        world.answers(FLAGS, 500, "the ledger has no invoices");
        world.stateIs("feature_flags", "down");
        var incident = world.watched("feature_flags").state().incident();

        world.configure(FLAGS_MONITOR + """
                signatures:
                  - {name: ledger, pattern: "the ledger has no (?P<relation>\\\\w+)", cause: relation_missing}
                """);
        assertThat(world.post("/-/reload").statusCode()).isEqualTo(200);

        await().until(() -> world.get("/api/v1/monitors/feature_flags").body().contains("\"relation\":\"invoices\""));
        assertThat(world.watched("feature_flags").state().incident()).isEqualTo(incident);
    }

    @Test
    void aBadReloadChangesNothingButAMetric() {
        world.watches(FLAGS_MONITOR);
        world.configure("- {name: feature_flags, uri: \"TARGET/x\"}\n");

        var refused = world.post("/-/reload");
        assertThat(refused.statusCode()).isBetween(400, 499);
        assertThat(refused.body()).contains("uri", "url");
        assertThat(world.get("/metrics").body()).contains("holdfast_config_last_reload_successful 0");
        world.stateIs("feature_flags", "up");
    }

    @Test
    void aChangedFileIsTakenByItself() {
        world.watches(FLAGS_MONITOR);
        world.configure(BOTH);

        await().until(() -> world.isWatching("stats"));
        world.stateIs("stats", "up");
    }

    @Test
    void aMonitorThatIsRemovedWhileDownEndsItsIncident() {
        world.watches(FLAGS_MONITOR);
        world.stateIs("feature_flags", "up");
        world.answers(FLAGS, 500, World.MISSING);
        world.oncallIsTold(REGRESSION);

        world.configure("- {name: health, url: \"TARGET/health\"}\n");
        world.post("/-/reload");
        await().until(() -> world.told().size() == 2);
        assertThat(world.told().get(1).type()).isEqualTo("incident.resolved");
        assertThat(world.get("/metrics").body()).doesNotContain("monitor=\"feature_flags\"");
    }

    @Test
    void aCheckOnDemandCountsLikeAnyOther() {
        world.watches(FLAGS_MONITOR);
        world.stateIs("feature_flags", "up");
        int before = world.probesOf(FLAGS);

        assertThat(world.post("/api/v1/monitors/feature_flags/check").body()).contains("\"verdict\":\"pass\"");
        assertThat(world.probesOf(FLAGS)).isGreaterThan(before);
    }
}
