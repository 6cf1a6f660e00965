package dev.holdfast.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Rounds of a storm and a crash, in which everything is drawn from one seed.
final class Play implements AutoCloseable {
    private static final List<String> CHANNELS = List.of("oncall", "chat");
    private static final Duration LONG = Duration.ofMinutes(10);

    /// The daemon starts within this, on a machine that does much else.
    private static final int START_MILLIS = 4_000;

    private final Random random;
    private final Platform platform;
    private final Oncall oncall;
    private final Daemon daemon;

    Play(Path folder, String store, long seed) throws IOException {
        random = new Random(seed);
        platform = new Platform(groups());
        oncall = new Oncall(new Random(seed + 1));
        daemon = new Daemon(folder, platform, oncall, store);
    }

    private static List<Group> groups() {
        var patient = Stream.of("alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel")
                .map(name -> new Group(name, name.length() - 3, true));
        var hasty = Stream.of("india", "juliett", "kilo").map(name -> new Group(name, 3, false));
        return Stream.concat(patient, hasty).toList();
    }

    /// Lets the daemon start sooner, which pays over many rounds.
    void quickly() throws IOException, InterruptedException {
        daemon.learn(platform.nextLife(), platform.asked());
    }

    /// The daemon lives, the platform changes, the daemon is killed.
    void round() throws IOException, InterruptedException {
        platform.turnSome(random);
        oncall.arrived().drainPermits();
        daemon.start(platform.nextLife());
        if (random.nextInt(8) == 0) {
            pause(random.nextInt(START_MILLIS));
        } else {
            daemon.await(platform.asked(), 1);
            platform.turnSome(random);
            awaitMoment();
        }
        daemon.kill();
    }

    /// After some time; when something was sent and is not settled; between a failure and what follows from it.
    private void awaitMoment() throws InterruptedException {
        switch (random.nextInt(4)) {
            case 0 -> happens(oncall.arrived(), 1 + random.nextInt(6));
            case 1 -> happens(platform.failed(), 1 + random.nextInt(60));
            default -> pause(random.nextInt(4_000));
        }
        pause(random.nextInt(20));
    }

    private static void happens(Semaphore what, int times) throws InterruptedException {
        var _ = what.tryAcquire(times, 4, TimeUnit.SECONDS);
    }

    private static void pause(int millis) throws InterruptedException {
        var _ = new Semaphore(0).tryAcquire(millis, TimeUnit.MILLISECONDS);
    }

    /// What is broken is noticed, everything becomes well, and what is still owed arrives. Then all that was told is
    /// held against all that was.
    String settle() throws IOException, InterruptedException {
        oncall.isWell(true);
        daemon.start(platform.nextLife());
        await().atMost(LONG).until(() -> platform.groups().stream().allMatch(Group::mayTurn));
        platform.healAll();
        await().atMost(LONG).pollInterval(Duration.ofMillis(500)).until(this::unsettled, Set::isEmpty);
        var found =
                new Audit(oncall).of(platform, CHANNELS, asked("/api/v1/incidents"), asked("/api/v1/notifications"));
        assertThat(found).isEmpty();
        daemon.kill();
        oncall.isWell(false);
        return summary();
    }

    /// What is still to come, each in a few words.
    private Set<String> unsettled() throws IOException, InterruptedException {
        daemon.ensureRunning();
        var left = new TreeSet<String>();
        platform.groups().stream().filter(group -> !group.mayTurn()).forEach(group -> left.add(group.name()));
        var monitors = daemon.get("/api/v1/monitors");
        if (monitors == null) {
            left.add("the API");
            return left;
        }
        monitors.valueStream()
                .filter(monitor -> !text(monitor, "state").equals("up"))
                .forEach(monitor -> left.add(text(monitor, "name") + " is " + text(monitor, "state")));
        asked("/api/v1/notifications")
                .valueStream()
                .filter(told -> text(told, "status").equals("pending"))
                .forEach(told -> left.add(told.toString()));
        return left;
    }

    private static String text(JsonNode node, String name) {
        return node.get(name).asString();
    }

    private JsonNode asked(String path) throws InterruptedException {
        return Objects.requireNonNull(daemon.get(path + "?limit=1000"));
    }

    private String summary() {
        var taken = oncall.taken();
        return "%d incidents, %d notifications, %d deliveries"
                .formatted(taken.stream().map(Taken::incident).distinct().count(), taken.size(), oncall.deliveries());
    }

    Path log() {
        return daemon.log();
    }

    @Override
    public void close() {
        daemon.close();
        oncall.close();
        platform.close();
    }
}
