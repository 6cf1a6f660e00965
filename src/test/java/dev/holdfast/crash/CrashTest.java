package dev.holdfast.crash;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The daemon is killed at random moments of storms, over and over: 0 notifications lost, 0 doubled, 0 out of order.
///
/// The long form: `mvn test -Dtest=CrashTest -Dgroups=soak`, with `-Dholdfast.crash.rounds=50`,
/// `-Dholdfast.crash.store=postgresql` and `-Dholdfast.crash.seed=1` if wanted.
class CrashTest {
    private static final int BETWEEN_AUDITS = 20;

    @TempDir
    private Path folder;

    @Test
    void aFewCrashesLoseDoubleAndDisorderNothing() throws IOException, InterruptedException {
        play("jdbc:sqlite:" + folder.resolve("holdfast.db"), 4);
    }

    @Test
    @Tag("soak")
    void manyCrashesLoseDoubleAndDisorderNothing() throws IOException, InterruptedException {
        int rounds = Integer.getInteger("holdfast.crash.rounds", 200);
        if (System.getProperty("holdfast.crash.store", "sqlite").equals("sqlite")) {
            play("jdbc:sqlite:" + folder.resolve("holdfast.db"), rounds);
        } else {
            try (var server = EmbeddedPostgres.start()) {
                play(server.getJdbcUrl("postgres", "postgres"), rounds);
            }
        }
    }

    private void play(String store, int rounds) throws IOException, InterruptedException {
        long seed = Long.getLong("holdfast.crash.seed", System.nanoTime());
        System.out.println("crashes: seed " + seed);
        try (var play = new Play(folder, store, seed)) {
            if (rounds > BETWEEN_AUDITS) {
                play.quickly();
            }
            long begun = System.nanoTime();
            for (int round = 1; round <= rounds; round++) {
                play.round();
                if (round % BETWEEN_AUDITS == 0 || round == rounds) {
                    var summary = play.settle();
                    var took = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
                    System.out.println("crashes: %d rounds in %d s: %s; 0 lost, 0 doubled, 0 out of order"
                            .formatted(round, took, summary));
                }
            }
        }
    }
}
