package dev.holdfast.daemon;

import dev.holdfast.incident.Watched;
import dev.holdfast.observation.MonitorId;
import dev.holdfast.store.Store;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// The monitors that are watched, in the order of the configuration.
final class Board {
    private final Store store;
    private volatile SequencedMap<MonitorId, Watch> watches = new LinkedHashMap<>();

    Board(Store store) {
        this.store = store;
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
        return watches.values().stream().map(this::view).toList();
    }

    private Watched view(Watch watch) {
        return watch.view(store.state(watch.id()), watch.monitor().cadence().interval());
    }
}
