package dev.holdfast.daemon;

import dev.holdfast.config.Monitor;
import dev.holdfast.incident.MonitorState;
import dev.holdfast.incident.Watched;
import dev.holdfast.incident.Watched.Overlay;
import dev.holdfast.observation.MonitorId;
import dev.holdfast.probe.Probe;
import dev.holdfast.verdict.Result;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A monitor that is being watched: its settings and probe of the moment, its newest result, and the one check it
/// may be
/// in. A reload that changes nothing about the monitor changes nothing here but the probe.
final class Watch {
    private final ReentrantLock oneCheckAtATime = new ReentrantLock();
    private volatile Monitor monitor;
    private volatile Probe probe;
    private volatile @Nullable Result latest;
    private volatile boolean retired;

    Watch(Monitor monitor, Probe probe) {
        this.monitor = monitor;
        this.probe = probe;
    }

    MonitorId id() {
        return monitor.id();
    }

    Monitor monitor() {
        return monitor;
    }

    Probe probe() {
        return probe;
    }

    void become(Monitor next, Probe by) {
        monitor = next;
        probe = by;
    }

    /// It is watched no more: a check that is under way must change nothing.
    void retire() {
        retired = true;
    }

    boolean isRetired() {
        return retired;
    }

    void show(Result result) {
        latest = result;
    }

    /// Its newest result.
    Optional<Result> result() {
        return Optional.ofNullable(latest);
    }

    Watched view(MonitorState state, Duration interval, Set<Overlay> overlays) {
        return new Watched(monitor.subject(), interval, overlays, state, latest);
    }

    /// Runs `check` unless the monitor is in another one.
    Optional<Result> unlessBusy(Supplier<Result> check) {
        if (!oneCheckAtATime.tryLock()) {
            return Optional.empty();
        }
        try {
            return Optional.of(check.get());
        } finally {
            oneCheckAtATime.unlock();
        }
    }

    /// Runs `check` after the one that is under way.
    Result whenFree(Supplier<Result> check) {
        oneCheckAtATime.lock();
        try {
            return check.get();
        } finally {
            oneCheckAtATime.unlock();
        }
    }
}
