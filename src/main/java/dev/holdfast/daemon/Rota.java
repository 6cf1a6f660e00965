package dev.holdfast.daemon;

import dev.holdfast.config.Monitor;
import dev.holdfast.config.Settings;
import dev.holdfast.incident.Lifecycle;
import dev.holdfast.observation.MonitorId;
import dev.holdfast.probe.AddressGuard;
import dev.holdfast.probe.Probe;
import dev.holdfast.probe.Probes;
import dev.holdfast.probe.UnusableSettingsException;
import dev.holdfast.schedule.Schedule;
import dev.holdfast.store.Store;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who is watched: swaps one configuration for the next, and leaves alone what did not change.
final class Rota implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rota.class);

    private final Board board;
    private final Schedule schedule;
    private final Store store;
    private final Teller teller;
    private final InstantSource clock;
    private @Nullable Probes probes;

    Rota(Board board, Schedule schedule, Store store, Teller teller, InstantSource clock) {
        this.board = board;
        this.schedule = schedule;
        this.store = store;
        this.teller = teller;
        this.clock = clock;
    }

    /// Watches what `settings` say from now on. A monitor that did not change keeps its turn, its streak and its
    /// incident.
    synchronized void follow(Settings settings) {
        var outdated = probes;
        var fresh = new Probes(settings.credentials(), AddressGuard.allowAll());
        probes = fresh;
        var next = new LinkedHashMap<MonitorId, Watch>();
        settings.monitors().forEach(monitor -> next.put(monitor.id(), keepOrMake(monitor, fresh)));
        var gone = board.watches().values().stream()
                .filter(watch -> !next.containsKey(watch.id()))
                .toList();
        board.show(next);
        gone.forEach(this::retire);
        settings.monitors().forEach(this::plan);
        leave(settings);
        if (outdated != null) {
            outdated.close();
        }
    }

    private void retire(Watch watch) {
        watch.retire();
        schedule.remove(watch.id());
    }

    private Watch keepOrMake(Monitor monitor, Probes from) {
        var probe = probe(monitor, from);
        var known = board.watch(monitor.id());
        known.ifPresent(watch -> watch.become(monitor, probe));
        return known.orElseGet(() -> new Watch(monitor, probe));
    }

    /// A monitor that cannot be probed is the only one that is not: it says so at each of its turns.
    private Probe probe(Monitor monitor, Probes from) {
        try {
            return from.http(monitor.http());
        } catch (UnusableSettingsException unusable) {
            LOG.error("{} cannot be probed: {}", monitor.id(), unusable.getMessage());
            return new Unusable(monitor.http(), String.valueOf(unusable.getMessage()), clock);
        }
    }

    private void plan(Monitor monitor) {
        if (monitor.enabled()) {
            schedule.plan(monitor.id(), monitor.cadence());
        } else {
            schedule.remove(monitor.id());
        }
    }

    /// What is not watched any more, be it since before a restart, leaves its incident and is forgotten.
    private void leave(Settings settings) {
        var watched = settings.monitors().stream()
                .filter(Monitor::enabled)
                .map(Monitor::id)
                .collect(Collectors.toSet());
        store.known().stream()
                .filter(monitor -> !watched.contains(monitor) && !monitor.equals(SelfWatch.STORE))
                .forEach(this::leave);
    }

    private void leave(MonitorId monitor) {
        teller.decided(
                store.advance(monitor, (state, ledger) -> Lifecycle.removed(monitor, state, clock.instant(), ledger)));
        store.forget(monitor);
    }

    @Override
    public synchronized void close() {
        if (probes != null) {
            probes.close();
        }
    }
}
