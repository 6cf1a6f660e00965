package dev.holdfast.demo;

import dev.holdfast.config.Config;
import dev.holdfast.config.Environment;
import dev.holdfast.config.Loaded;
import dev.holdfast.daemon.Holdfast;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;

/// A target that breaks, is fixed and regresses, the real daemon watching it, and an alert receiver: all on loopback,
/// all in a temporary folder that goes away at the end.
public final class Demo {
    private static final String CONFIGURATION = "holdfast.yml";
    private static final Pace FAST = new Pace("1s", "250ms", Duration.ZERO);
    private static final Pace CALM = new Pace("2s", "1s", Duration.ofSeconds(20));

    /// @param interval between the checks of a monitor
    /// @param confirm between a failure and the check that confirms it
    /// @param pause how long a good state is left to be looked at
    private record Pace(String interval, String confirm, Duration pause) {}

    private Demo() {}

    /// Plays the story once, as fast as it goes.
    ///
    /// @return whether everything was detected and delivered
    public static boolean once(PrintWriter out) throws IOException {
        return play(0, FAST, out, (holdfast, story) -> story.play(FAST.pause()));
    }

    /// Plays the story with time to look at the page, then goes on watching until it is told to stop.
    ///
    /// @return whether everything was detected and delivered
    public static boolean untilStopped(int port, PrintWriter out) throws IOException, InterruptedException {
        return play(port, CALM, out, (holdfast, story) -> {
            var asItShould = story.play(CALM.pause());
            out.println("\nThe story is over; Holdfast goes on watching. Ctrl-C ends it.");
            out.flush();
            holdfast.untilStopped();
            return asItShould;
        });
    }

    private interface Play<E extends Exception> {
        boolean with(Holdfast holdfast, Story story) throws E;
    }

    private static <E extends Exception> boolean play(int port, Pace pace, PrintWriter out, Play<E> play)
            throws IOException, E {
        var folder = Files.createTempDirectory("holdfast-demo-");
        var narrator = new Narrator(out);
        var oncall = new OnCall(narrator);
        try (var target = new Target();
                var receiver = new Receiver(oncall::receive);
                var holdfast = start(
                        folder,
                        Map.of(
                                "TARGET", target.url(),
                                "ONCALL", receiver.url(),
                                "PORT", "" + port,
                                "INTERVAL", pace.interval(),
                                "CONFIRM", pace.confirm(),
                                "FOLDER", folder.toString()))) {
            introduce(narrator, holdfast, folder);
            return play.with(holdfast, new Story(target, holdfast::monitors, oncall, narrator));
        } finally {
            delete(folder);
        }
    }

    private static void introduce(Narrator narrator, Holdfast holdfast, Path folder) {
        var home = "http://127.0.0.1:" + holdfast.port();
        narrator.remarks("Holdfast watches a small platform on this machine.");
        narrator.remarks("  status page    " + home + "/");
        narrator.remarks("  metrics        " + home + "/metrics");
        narrator.remarks("  configuration  " + folder.resolve(CONFIGURATION));
        narrator.remarks("");
    }

    /// The demo goes the way every user goes: a file, read by the real loader.
    private static Holdfast start(Path folder, Map<String, String> variables) throws IOException {
        var file = folder.resolve(CONFIGURATION);
        try (var written = Objects.requireNonNull(Demo.class.getResourceAsStream(CONFIGURATION))) {
            Files.copy(written, file);
        }
        return switch (Config.load(file, Environment.of(variables))) {
            case Loaded.Good good ->
                Holdfast.start(good.settings(), file, () -> Config.load(file, Environment.of(variables)));
            case Loaded.Bad bad -> throw new IllegalStateException("the demo's own file: " + bad.problems());
        };
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
