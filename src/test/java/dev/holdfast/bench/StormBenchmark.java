package dev.holdfast.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.Main;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// 1,000 monitors break by one cause and 20 by others, beside 200 that do not: who is told what and when, and whether
/// probing keeps its time, as the targets see it. `mvn test -Dtest=StormBenchmark -Dgroups=bench`
@Tag("bench")
class StormBenchmark {
    private static final int MANY = 1_000;
    private static final int FEW = 20;
    private static final int CALM = 200;
    private static final Duration INTERVAL = Duration.ofSeconds(4);
    private static final Duration WINDOW = Duration.ofSeconds(28);

    @TempDir
    private Path folder;

    @Test
    void aThousandOfOneCauseAndTwentyOfOthers() throws IOException, InterruptedException {
        try (var storm = new Storm(MANY, FEW)) {
            var daemon = start(storm);
            try {
                storm.awaitAllSeen(CALM);
                pass(Duration.ofSeconds(20)); // until everything is warm
                long quiet = System.nanoTime();
                pass(WINDOW);
                var before = usage(daemon.pid());
                storm.breaks();
                long begun = System.nanoTime();
                pass(WINDOW);
                System.out.println("before the storm: " + before + "\nafter it: " + usage(daemon.pid()));
                report(storm, lateness(storm, quiet), lateness(storm, begun));
                assertThat(storm.told("incident.opened")).hasSize(1 + FEW);
                assertThat(storm.told("incident.updated")).hasSize(1);
                assertThat(daemon.isAlive()).isTrue();
            } finally {
                daemon.destroy();
                daemon.waitFor();
            }
        }
    }

    private static void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        await().pollInterval(Duration.ofMillis(200))
                .atMost(time.multipliedBy(2))
                .until(() -> System.nanoTime() > end);
    }

    private static void report(Storm storm, long[] quiet, long[] stormy) {
        var opened = storm.told("incident.opened");
        System.out.printf(
                Locale.ROOT,
                "storm: %d opened, the first %d ms after the first failure; %d updates of %s members%n",
                opened.size(),
                (opened.getFirst().at() - storm.begun()) / 1_000_000,
                storm.told("incident.updated").size(),
                storm.told("incident.updated").stream()
                        .map(update ->
                                "" + update.notice().data().incident().members().size())
                        .collect(Collectors.joining(", ")));
        System.out.printf(
                Locale.ROOT,
                "probes of %d calm monitors: p50 %.1f and p99 %.1f ms late when quiet, %.1f and %.1f in the storm%n",
                CALM,
                at(quiet, 0.5),
                at(quiet, 0.99),
                at(stormy, 0.5),
                at(stormy, 0.99));
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) (share * (sorted.length - 1))] / 1e6;
    }

    /// How late, in ns, the calm monitors' probes came since `from`, against the earliest moment of their turn ever.
    private static long[] lateness(Storm storm, long from) {
        return IntStream.range(0, CALM)
                .mapToObj(number -> storm.stage().asked(storm.calm(number)))
                .flatMapToLong(asked -> late(asked, from))
                .sorted()
                .toArray();
    }

    private static LongStream late(List<Long> asked, long from) {
        long first = asked.getFirst();
        var offsets = asked.stream().mapToLong(at -> fromTurn(at - first)).summaryStatistics();
        return asked.stream()
                .filter(at -> at >= from && at < from + WINDOW.toNanos())
                .mapToLong(at -> fromTurn(at - first) - offsets.getMin());
    }

    /// Between minus and plus half an interval.
    private static long fromTurn(long since) {
        long half = INTERVAL.toNanos() / 2;
        return Math.floorMod(since + half, INTERVAL.toNanos()) - half;
    }

    private Process start(Storm storm) throws IOException {
        var yaml = storm.configuration(freePort(), "jdbc:sqlite:" + folder.resolve("storm.db"), "{interval: 4s}", CALM);
        var file = Files.writeString(folder.resolve("holdfast.yml"), yaml);
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:+UseCompactObjectHeaders",
                        "-Xmx256m",
                        "-Xss512k",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "run",
                        "-c",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private static int freePort() throws IOException {
        try (var any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    private String usage(long pid) throws IOException {
        var ticks = Files.readString(Path.of("/proc/" + pid + "/stat")).split(" ", -1);
        try (var status = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            var memory = status.filter(line -> line.startsWith("VmRSS") || line.startsWith("VmHWM"))
                    .map(line -> line.replaceAll("\\s+", " "))
                    .collect(Collectors.joining(", "));
            return "CPU %d ms, %s, WAL %d KiB"
                    .formatted(
                            10 * (Long.parseLong(ticks[13]) + Long.parseLong(ticks[14])),
                            memory,
                            Files.size(folder.resolve("storm.db-wal")) / 1024);
        }
    }
}
