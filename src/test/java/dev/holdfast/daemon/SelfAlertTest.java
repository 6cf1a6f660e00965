package dev.holdfast.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When Holdfast's own database takes nothing, on-call is told of that, and of everything else as ever.
class SelfAlertTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void aDatabaseThatSomebodyLocksIsToldFromMemoryAndSoIsItsReturn() throws Exception {
        try (var world = new World(folder)) {
            world.answers("/flags", 401, "");
            world.watches("- {name: flags, url: \"TARGET/flags\", expect: {status: 401}}\n");
            world.stateIs("flags", "up");

            try (var other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("holdfast.db"));
                    var lock = other.createStatement()) {
                lock.execute("begin immediate");
                await().atMost(SOON).until(() -> !world.told().isEmpty());
                assertThat(world.told().getFirst().data().title())
                        .startsWith("REGRESSION holdfast.store: Holdfast's database takes nothing: ")
                        .contains("database is locked");

                world.answers("/flags", 500, World.MISSING);
                await().atMost(SOON).until(() -> world.told().size() == 2);
                assertThat(world.told().get(1).data().title()).startsWith("REGRESSION flags 401 → 500");
                assertThat(world.get("/metrics").body()).doesNotContain("holdfast_storage_errors_total 0");
            }

            await().atMost(SOON).until(() -> world.told().size() == 3);
            assertThat(world.told().get(2).data().title()).startsWith("RESOLVED holdfast.store after ");
        }
    }
}
