package dev.holdfast.scene;

import dev.holdfast.incident.Condition;
import dev.holdfast.incident.Impact;
import dev.holdfast.incident.Incident;
import dev.holdfast.incident.Lifecycle;
import dev.holdfast.incident.MonitorState;
import dev.holdfast.incident.Step;
import dev.holdfast.incident.Subject;
import dev.holdfast.incident.Surroundings;
import dev.holdfast.incident.Watched;
import dev.holdfast.incident.Watched.Overlay;
import dev.holdfast.observation.MonitorId;
import dev.holdfast.verdict.Result;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Some monitors at some moment, and a clock that goes on only when told to.
public final class Scene {
    public static final Instant START = Instant.parse("2026-11-23T14:00:00Z");

    private final MemoryStore store = new MemoryStore();
    private final Map<MonitorId, Watched> monitors = new LinkedHashMap<>();
    private Instant now = START;

    /// What the scene remembers.
    public MemoryStore store() {
        return store;
    }

    /// The time in the scene.
    public synchronized Instant now() {
        return now;
    }

    /// Lets time pass.
    public synchronized Scene later(Duration time) {
        now = now.plus(time);
        return this;
    }

    /// One more monitor, not checked yet.
    public Scene watch(Subject subject) {
        return watch(subject, Set.of());
    }

    /// One more monitor, which configuration has switched off.
    public Scene paused(Subject subject) {
        return watch(subject, Set.of(Overlay.PAUSED));
    }

    /// One more monitor, over whose state this lies.
    public synchronized Scene watch(Subject subject, Set<Overlay> overlays) {
        monitors.put(
                subject.monitor(),
                new Watched(subject, Duration.ofSeconds(30), overlays, MonitorState.fresh(now), null));
        return this;
    }

    /// One monitor less.
    public synchronized Scene remove(String monitor) {
        monitors.remove(new MonitorId(monitor));
        return this;
    }

    /// A check of `monitor` ends as `saw` says, and the real lifecycle decides what that changes.
    public synchronized Step check(String monitor, Saw saw) {
        var id = new MonitorId(monitor);
        var before = Objects.requireNonNull(monitors.get(id), monitor);
        var result = saw.by(before.subject(), now);
        store.record(result);
        var step = store.advance(
                id,
                (state, ledger) -> Lifecycle.next(before.subject(), fresh(state), result, ledger, Surroundings.CALM));
        monitors.put(id, after(before, step.state(), result));
        return step;
    }

    /// Checks of `monitor`, a second apart, until nothing more has to be confirmed.
    public synchronized Scene settle(String monitor, Saw saw) {
        do {
            check(monitor, saw);
            later(Duration.ofSeconds(1));
        } while (isConfirming(monitor));
        return this;
    }

    private boolean isConfirming(String monitor) {
        var condition = Objects.requireNonNull(monitors.get(new MonitorId(monitor)))
                .state()
                .condition();
        return condition instanceof Condition.Suspect || condition instanceof Condition.Recovering;
    }

    /// The monitors as they stand now.
    public synchronized Collection<Watched> monitors() {
        return List.copyOf(monitors.values());
    }

    /// The only open incident.
    public Incident incident() {
        return store.open().getFirst();
    }

    /// A monitor of `group`, told to nobody but `oncall`.
    public static Subject subject(String name, String group) {
        return Monitored.as(name).in(group).subject();
    }

    /// A monitor that money depends on.
    public static Subject worth(String name, String value, String currency) {
        return Monitored.as(name)
                .in("")
                .worth(new Impact(null, new BigDecimal(value), currency))
                .subject();
    }

    private MonitorState fresh(MonitorState state) {
        return state.condition().since().equals(Instant.EPOCH) ? MonitorState.fresh(now) : state;
    }

    private static Watched after(Watched before, MonitorState state, Result result) {
        return new Watched(before.subject(), before.interval(), before.overlays(), state, result);
    }
}
