package dev.holdfast.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/// Prints what happens as it happens: who, and what.
final class Narrator {
    private final PrintWriter out;
    private final long began = System.nanoTime();

    Narrator(PrintWriter out) {
        this.out = out;
    }

    synchronized void says(String who, String what) {
        var since = Duration.ofNanos(System.nanoTime() - began);
        out.printf(
                Locale.ROOT,
                "%02d:%04.1f  %-9s %s%n",
                since.toMinutes(),
                since.toMillis() % 60_000 / 1_000.0,
                who,
                what);
        out.flush();
    }

    synchronized void remarks(String line) {
        out.println(line);
        out.flush();
    }
}
