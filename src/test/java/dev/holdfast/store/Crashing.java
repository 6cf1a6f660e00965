package dev.holdfast.store;

import dev.holdfast.incident.Outbox.Attempt;
import dev.holdfast.secret.Secret;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/// A process of its own that decides without end, says what is done, and is killed.
final class Crashing {
    private Crashing() {}

    /// What the process said before it died.
    ///
    /// @param decided the notification owed for each monitor
    /// @param settled the notifications that were sent
    record Said(Map<String, String> decided, List<String> settled) {}

    /// Starts the process and kills it once it has said `lines` things.
    static Said killAfter(int lines, String url) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Crashing.class.getName(),
                        url)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new Said(new HashMap<>(), new ArrayList<>());
        try (var out = process.inputReader()) {
            for (int i = 0; i < lines; i++) {
                listen(said, out);
            }
            process.toHandle().destroyForcibly(); // of the process itself it would close what it has said
            while (listen(said, out)) {}
        }
        process.waitFor();
        return said;
    }

    private static boolean listen(Said said, BufferedReader out) throws IOException {
        var line = out.readLine();
        if (line == null || !line.endsWith(".")) {
            return false;
        }
        var words = line.split(" ", -1);
        switch (words[0]) {
            case "decided" -> said.decided().put(words[1], words[2]);
            case "settled" -> said.settled().add(words[1]);
            default -> throw new IllegalStateException(line);
        }
        return true;
    }

    public static void main(String[] args) {
        var settings = new StoreSettings(new Secret(args[0]), Duration.ofDays(30));
        var store = Stores.open(settings, InstantSource.system());
        try (var all = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 10_000; i++) {
                var name = "monitor_" + i;
                all.execute(() -> live(store, name));
            }
        }
    }

    private static void live(Store store, String name) {
        var village = new Village(store);
        village.passes(name, Village.MORNING);
        var opened = village.fails(name, name, Village.MORNING.plusSeconds(30))
                .owed()
                .getFirst();
        say("decided " + name + " " + opened.id() + " .");
        if (name.endsWith("0")) {
            store.outbox().settle(new Attempt(opened, 1, Village.MORNING, Attempt.Ending.SENT, "ok", null));
            say("settled " + opened.id() + " .");
        }
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
