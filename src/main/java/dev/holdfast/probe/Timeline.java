package dev.holdfast.probe;

import dev.holdfast.observation.Phases;
import dev.holdfast.observation.Phases.Phase;
import java.time.Duration;
import java.util.EnumMap;

/// Measures the phases of one exchange. A phase that was cut short counts for as long as it went on.
final class Timeline {
    private final EnumMap<Phase, Duration> spent = new EnumMap<>(Phase.class);
    private Stage stage;
    private long since;

    Timeline(Stage first) {
        stage = first;
        since = System.nanoTime();
    }

    void enter(Stage next) {
        var now = System.nanoTime();
        charge(now);
        stage = next;
        since = now;
    }

    Stage stage() {
        return stage;
    }

    /// The phases up to now.
    Phases phases() {
        enter(stage);
        return new Phases(spent);
    }

    private void charge(long now) {
        var phase = stage.phase();
        if (phase != null) {
            spent.merge(phase, Duration.ofNanos(now - since), Duration::plus);
        }
    }
}
