package dev.holdfast.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.wire.NoticeJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A restart while much is broken is no news; what changed meanwhile is.
class RestartTest {
    private static final int BROKEN = 50;
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void fiftyOpenIncidentsAreNotToldAgain() {
        try (var world = new World(folder)) {
            IntStream.rangeClosed(0, BROKEN).forEach(number -> world.answers("/" + number, 200, "ok"));
            world.watches(monitors());
            IntStream.rangeClosed(0, BROKEN).forEach(number -> world.stateIs("m" + number, "up"));
            IntStream.range(0, BROKEN).forEach(number -> breaks(world, number));
            await().atMost(LONG).until(() -> world.told().size() == BROKEN);

            world.stops();
            world.answers("/7", 200, "ok");
            breaks(world, BROKEN);
            var probes = IntStream.range(0, BROKEN)
                    .map(number -> world.probesOf("/" + number))
                    .toArray();
            world.watches(monitors());

            await().atMost(LONG).until(() -> world.told().size() == BROKEN + 2);
            await().atMost(LONG)
                    .until(() -> IntStream.range(0, BROKEN)
                            .allMatch(number -> world.probesOf("/" + number) > probes[number] + 3));
            assertThat(world.told().subList(BROKEN, world.told().size()))
                    .extracting(notice ->
                            notice.type() + " " + notice.data().incident().monitor())
                    .containsExactlyInAnyOrder("incident.resolved m7", "incident.opened m" + BROKEN);
            assertThat(world.told()).extracting(NoticeJson::id).doesNotHaveDuplicates();
        }
    }

    private static void breaks(World world, int number) {
        world.answers("/" + number, 500, "{\"detail\":\"relation \\\"table_" + number + "\\\" does not exist\"}");
    }

    private static String monitors() {
        return IntStream.rangeClosed(0, BROKEN)
                .mapToObj(number -> "- {name: m%d, url: \"TARGET/%d\"}".formatted(number, number))
                .collect(Collectors.joining("\n"));
    }
}
