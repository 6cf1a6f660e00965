package dev.holdfast.config;

import dev.holdfast.incident.Flapping;
import dev.holdfast.incident.Patience;
import java.time.Duration;
import java.util.function.Function;

/// How much proof a change needs.
final class PatienceShape {
    private static final int MOST_PROBES = 100;

    private record Confirm(int probes, Duration every) {}

    private static final Section<Confirm> CONFIRM = Section.of("confirm", keys -> {
        var probes = keys.usual(
                "probes",
                Scalars.integer(0, MOST_PROBES),
                "2",
                "How many quick checks must fail after the first failure; one is enough where a response proves its "
                        + "own cause; 0 believes the first.");
        var every = keys.usual("every", MonitorShape.POSITIVE, "1s", "The time between those checks.");
        return given -> new Confirm(given.get(probes), given.get(every));
    });

    private static final Section<Integer> RECOVER = Section.of("recover", keys -> {
        var probes = keys.usual(
                "probes", Scalars.integer(1, MOST_PROBES), "2", "How many checks in a row must not fail to recover.");
        return given -> given.get(probes);
    });

    private static final Section<Flapping> FLAPPING = Section.of("flapping", keys -> {
        var downs = keys.usual("downs", Scalars.integer(2, MOST_PROBES), "3", "So many times down make it flap.");
        var within = keys.usual("within", MonitorShape.POSITIVE, "1h", "All of them within this time.");
        var calm = keys.usual(
                "calm",
                Scalars.DURATION,
                "10m",
                "How long a monitor that flaps must not fail to recover; `0s` treats it like any other.");
        return given -> new Flapping(given.get(downs), given.get(within), given.get(calm));
    });

    private PatienceShape() {}

    /// Declares its keys among others.
    static Function<Given, Patience> declare(Keys keys) {
        var confirm = keys.usual("confirm", CONFIRM, "{}", "How a failure becomes certain.");
        var recover = keys.usual("recover", RECOVER, "{}", "How a recovery becomes certain.");
        var flapping =
                keys.usual("flapping", FLAPPING, "{}", "When going down again and again is one incident and not many.");
        return given -> new Patience(
                given.get(confirm).probes(), given.get(confirm).every(), given.get(recover), given.get(flapping));
    }
}
