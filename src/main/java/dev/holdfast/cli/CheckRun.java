package dev.holdfast.cli;

import dev.holdfast.config.Monitor;
import dev.holdfast.config.Settings;
import dev.holdfast.diagnosis.Diagnostician;
import dev.holdfast.probe.AddressGuard;
import dev.holdfast.probe.Probes;
import dev.holdfast.probe.UnusableSettingsException;
import dev.holdfast.verdict.Result;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// Every monitor of a configuration, checked once, several at a time.
final class CheckRun {
    private static final int AT_ONCE = 64;

    private final Semaphore room = new Semaphore(AT_ONCE);
    private final Diagnostician diagnostician;
    private final Probes probes;

    private CheckRun(Diagnostician diagnostician, Probes probes) {
        this.diagnostician = diagnostician;
        this.probes = probes;
    }

    static Checked of(Settings settings, Diagnostician diagnostician) throws InterruptedException {
        try (var probes = new Probes(settings.credentials(), AddressGuard.allowAll())) {
            return new CheckRun(diagnostician, probes).all(settings);
        }
    }

    private Checked all(Settings settings) throws InterruptedException {
        var at = Instant.now();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new LinkedHashMap<Monitor, Future<Result>>();
            settings.monitors().forEach(monitor -> running.put(monitor, threads.submit(() -> inTurn(monitor))));
            var results = new LinkedHashMap<Monitor, Result>();
            for (var one : running.entrySet()) {
                results.put(one.getKey(), one.getValue().get());
            }
            return new Checked(at, results);
        } catch (ExecutionException fault) {
            if (fault.getCause() instanceof UnusableSettingsException unusable) {
                throw Refusal.usage(String.valueOf(unusable.getMessage()));
            }
            throw new IllegalStateException("a check failed inside Holdfast", fault);
        }
    }

    private Result inTurn(Monitor monitor) throws InterruptedException, UnusableSettingsException {
        room.acquire();
        try {
            return check(monitor);
        } finally {
            room.release();
        }
    }

    private Result check(Monitor monitor) throws UnusableSettingsException {
        var seen = probes.http(monitor.http()).probe();
        var diagnosis = diagnostician.diagnose(seen);
        var judgement = monitor.expectation().judge(seen, diagnosis);
        return new Result(monitor.id(), monitor.subject().group(), seen, diagnosis, judgement);
    }
}
