package dev.holdfast.daemon;

import dev.holdfast.incident.Surroundings;
import dev.holdfast.incident.Watched;
import dev.holdfast.incident.Watched.Overlay;
import dev.holdfast.observation.MonitorId;
import dev.holdfast.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// The monitors that are watched, in the order of the configuration.
final class Board {
    private final Store store;
    private final Outlook outlook;
    private final InstantSource clock;
    private volatile SequencedMap<MonitorId, Watch> watches = new LinkedHashMap<>();

    Board(Store store, Outlook outlook, InstantSource clock) {
        this.store = store;
        this.outlook = outlook;
        this.clock = clock;
    }

    Optional<Watch> watch(MonitorId monitor) {
        return Optional.ofNullable(watches.get(monitor));
    }

    Map<MonitorId, Watch> watches() {
        return watches;
    }

    void show(SequencedMap<MonitorId, Watch> next) {
        watches = next;
    }

    /// Every monitor as it stands now.
    Collection<Watched> view() {
        var surroundings = outlook.surroundings();
        var now = clock.instant();
        return watches.values().stream()
                .map(watch -> view(watch, surroundings, now))
                .toList();
    }

    private Watched view(Watch watch, Surroundings surroundings, Instant now) {
        var overlays = EnumSet.noneOf(Overlay.class);
        overlays.addAll(surroundings.overlays(watch.monitor().subject(), now));
        if (!watch.monitor().enabled()) {
            overlays.add(Overlay.PAUSED);
        }
        return watch.view(store.state(watch.id()), watch.monitor().cadence().interval(), overlays);
    }
}
