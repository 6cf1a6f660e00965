package dev.holdfast.store;

import dev.holdfast.incident.Outbox.Attempt;
import dev.holdfast.secret.Secret;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/// A process of its own that goes the way from a failure to its notification as far as it is told, and is killed there.
final class Stepping {
    private Stepping() {}

    /// How far it goes.
    enum Step {
        DECIDED_IN_MEMORY,
        WRITTEN,
        OFFERED,
        SENT,
        SETTLED
    }

    /// Goes as far as `last` and is killed. Returns the ids of what it sent.
    ///
    /// @param trouble keeps the process from writing, as long as it is open
    static List<String> killAt(Step last, String url, Callable<AutoCloseable> trouble) throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Stepping.class.getName(),
                        url,
                        last.name())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var out = process.inputReader();
                var in = process.outputWriter()) {
            until("ready", out);
            try (var _ = last == Step.DECIDED_IN_MEMORY ? trouble.call() : (AutoCloseable) () -> {}) {
                in.write("go\n");
                in.flush();
                return until("reached", out);
            } finally {
                process.toHandle().destroyForcibly();
                process.waitFor();
            }
        }
    }

    /// What it says before it says `word`.
    private static List<String> until(String word, BufferedReader out) throws IOException {
        var said = new ArrayList<String>();
        for (var line = out.readLine(); !word.equals(line); line = out.readLine()) {
            if (line == null) {
                throw new IllegalStateException("ended before it was " + word);
            }
            if (line.startsWith("msg_")) {
                said.add(line);
            }
        }
        return said;
    }

    public static void main(String[] args) throws Exception {
        var settings = new StoreSettings(new Secret(args[0]), Duration.ofDays(30));
        var store = Stores.open(settings, InstantSource.system());
        new Village(store).passes("flags", Village.MORNING);
        System.out.println("ready");
        var _ = System.in.read();
        go(store, Step.valueOf(args[1]));
        System.out.println("reached");
        new CountDownLatch(1).await();
    }

    private static void go(Store store, Step last) throws InterruptedException {
        var failing = Thread.ofPlatform()
                .daemon()
                .start(() -> new Village(store).fails("flags", "modules", Village.MORNING.plusSeconds(30)));
        if (last == Step.DECIDED_IN_MEMORY) {
            while (store.open().isEmpty()) {
                Thread.onSpinWait();
            }
            return;
        }
        failing.join();
        if (last == Step.WRITTEN) {
            return;
        }
        var owed = store.outbox().due(StoreContract.LATER).getFirst().notice();
        if (last == Step.OFFERED) {
            return;
        }
        System.out.println(owed.id());
        if (last == Step.SETTLED) {
            store.outbox().settle(new Attempt(owed, 1, StoreContract.LATER, Attempt.Ending.SENT, "an answer", null));
        }
    }
}
