package dev.holdfast.probe;

import dev.holdfast.observation.Answered;
import dev.holdfast.observation.NotTried;
import dev.holdfast.observation.Observation;
import dev.holdfast.observation.Phases;
import dev.holdfast.observation.Phases.Phase;
import dev.holdfast.observation.Unanswered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;

/// One probe under way, from its first request to its observation. The phases of all hops are added up.
final class Visit {
    private final Instant at = Instant.now();
    private final long begun = System.nanoTime();
    private final List<Ask> path = new ArrayList<>();
    private final List<Answered.Hop> hops = new ArrayList<>();
    private final EnumMap<Phase, Duration> spent = new EnumMap<>(Phase.class);

    /// Goes to `ask` next.
    void goesTo(Ask ask) {
        path.add(ask);
    }

    void follows(Answered.Hop hop) {
        hops.add(hop);
    }

    /// The requests so far.
    List<Ask> path() {
        return List.copyOf(path);
    }

    void spends(Exchanged seen) {
        phases(seen).durations().forEach((phase, took) -> spent.merge(phase, took, Duration::plus));
    }

    Observation endsWith(Exchanged last) {
        var request = path.getLast().request();
        return switch (last) {
            case Exchanged.Response it ->
                new Answered(
                        at,
                        took(),
                        new Phases(spent),
                        request,
                        it.status(),
                        it.headers(),
                        it.body(),
                        hops,
                        it.peer(),
                        it.broken());
            case Exchanged.Silence it ->
                new Unanswered(at, took(), new Phases(spent), request, it.trouble(), hops, it.peer());
            case Exchanged.Withheld it -> new NotTried(at, request, it.why(), it.detail());
        };
    }

    private Duration took() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static Phases phases(Exchanged seen) {
        return switch (seen) {
            case Exchanged.Response it -> it.phases();
            case Exchanged.Silence it -> it.phases();
            case Exchanged.Withheld _ -> Phases.NONE;
        };
    }
}
