package dev.holdfast.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.config.Config;
import dev.holdfast.config.Environment;
import dev.holdfast.config.Loaded;
import dev.holdfast.daemon.Holdfast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A storm of one root cause is one notification and a gathered update; other causes meanwhile are told as ever.
class StormTest {
    private static final int MANY = 300;
    private static final int FEW = 5;
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    @Test
    void oneRootCauseIsToldOnceHoweverManyShowIt() throws IOException {
        try (var storm = new Storm(MANY, FEW);
                var _ = start(storm)) {
            storm.awaitAllSeen(0);
            storm.breaks();

            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(storm.told("incident.updated"))
                            .anySatisfy(update -> assertThat(
                                            update.notice().data().incident().members())
                                    .hasSize(MANY)));
            assertThat(storm.told("incident.opened")).hasSize(1 + FEW);

            storm.heals();
            await().atMost(LONG).until(() -> storm.told("incident.resolved").size() == 1 + FEW);
            assertThat(storm.told("incident.opened")).hasSize(1 + FEW);
            assertThat(storm.told("incident.resolved"))
                    .extracting(
                            over -> over.notice().data().incident().members().size())
                    .contains(MANY)
                    .containsOnly(MANY, 1);
        }
    }

    private Holdfast start(Storm storm) throws IOException {
        var yaml = storm.configuration(
                0,
                "jdbc:sqlite:" + folder.resolve("storm.db"),
                "{interval: 1s, confirm: {every: 100ms}, recover: {probes: 1}}",
                0);
        var file = Files.writeString(folder.resolve("holdfast.yml"), yaml);
        var settings = ((Loaded.Good) Config.load(file, Environment.of(Map.of()))).settings();
        return Holdfast.start(settings, file, () -> Config.load(file, Environment.of(Map.of())));
    }
}
