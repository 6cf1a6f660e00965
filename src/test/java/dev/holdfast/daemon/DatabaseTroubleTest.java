package dev.holdfast.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A database that takes nothing delays no probe and no notification, and gets all of it afterwards.
class DatabaseTroubleTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String MONITORS = """
            - {name: feature_flags, url: "TARGET/flags", expect: {status: 401}}
            - {name: calm, url: "TARGET/calm"}
            """;
    private static final String REGRESSION =
            "REGRESSION feature_flags 401 → 500: relation \"analytics_modules\" does not exist";

    @TempDir
    private Path folder;

    @Test
    void aLockedFileStopsNothing() throws Exception {
        try (var world = new World(folder)) {
            world.answers("/flags", 401, "").answers("/calm", 200, "ok").watches(MONITORS);
            world.stateIs("feature_flags", "up");
            world.stateIs("calm", "up");
            try (var _ = world.storeIsLocked()) {
                long begun = System.nanoTime();
                int probes = world.probesOf("/calm");
                world.answers("/flags", 500, World.MISSING);
                world.oncallIsTold(REGRESSION);
                world.answers("/flags", 401, "");
                await().atMost(LONG).until(() -> world.told().size() == 2);

                await().atMost(LONG).until(() -> errors(world) > 0);
                var took = Duration.ofNanos(System.nanoTime() - begun);
                assertThat(world.probesOf("/calm") - probes).isGreaterThanOrEqualTo((int) took.toSeconds() / 2);
            }
            await().atMost(LONG)
                    .until(() -> world.get("/api/v1/notifications").body().split("delivered", -1).length == 3);

            world.stops();
            world.watches(MONITORS);
            world.stateIs("feature_flags", "up");
            assertThat(world.get("/api/v1/incidents?state=closed").body()).contains("analytics_modules");
            assertThat(world.get("/api/v1/incidents?state=open").body()).isEqualTo("[]");
            assertThat(world.get("/api/v1/notifications").body())
                    .contains("delivered")
                    .doesNotContain("pending");
            assertThat(world.told()).hasSize(2);
        }
    }

    private static double errors(World world) {
        return world.get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("holdfast_storage_errors_total "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' ') + 1)))
                .sum();
    }
}
