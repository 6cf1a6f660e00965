package dev.holdfast.daemon;

import dev.holdfast.metrics.Metrics;
import dev.holdfast.observation.NotTried;
import dev.holdfast.observation.Request;
import dev.holdfast.verdict.Result;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the checks that are due: one virtual thread a check, one check a monitor at a time, and the edge at which a
/// fault of our own becomes the verdict `unknown`.
final class Checks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Checks.class);
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Cycle cycle;
    private final Diagnosing diagnosing;
    private final Bounds bounds;
    private final Metrics metrics;
    private final InstantSource clock;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("check-", 0).factory());

    Checks(Cycle cycle, Diagnosing diagnosing, Bounds bounds, Metrics metrics, InstantSource clock) {
        this.cycle = cycle;
        this.diagnosing = diagnosing;
        this.bounds = bounds;
        this.metrics = metrics;
        this.clock = clock;
    }

    /// Hands `watch` over and returns at once. A check that would overlap its predecessor is skipped, and counted.
    void handOver(Watch watch, Duration lateness) {
        long due = System.nanoTime() - lateness.toNanos();
        try {
            threads.execute(() -> unlessBusy(watch, due));
        } catch (RejectedExecutionException closed) {
            LOG.debug("{} is not checked any more", watch.id());
        }
    }

    private void unlessBusy(Watch watch, long due) {
        if (watch.unlessBusy(() -> bounded(watch, due)).isEmpty()) {
            metrics.skipped("overlap");
        }
    }

    /// Checks `watch` now, after the check it may be in, and waits for the result.
    Result now(Watch watch) {
        return watch.whenFree(() -> bounded(watch, System.nanoTime()));
    }

    private Result bounded(Watch watch, long due) {
        return bounds.within(watch.monitor().http().url().getHost(), () -> {
            metrics.late(Duration.ofNanos(System.nanoTime() - due));
            return guarded(watch);
        });
    }

    @SuppressWarnings("CatchThrowable") // one broken check, be it out of memory, must not end the others
    private Result guarded(Watch watch) {
        try {
            return cycle.check(watch);
        } catch (Throwable fault) {
            LOG.error("the check of {} failed inside Holdfast", watch.id(), fault);
            var result = couldNotTell(watch, fault);
            watch.show(result);
            metrics.observed(result);
            return result;
        }
    }

    private Result couldNotTell(Watch watch, Throwable fault) {
        var monitor = watch.monitor();
        var request = new Request(monitor.http().method(), monitor.http().url(), null);
        var detail = "Holdfast failed (" + fault.getClass().getSimpleName() + "); its log has the details";
        var seen = new NotTried(clock.instant(), request, NotTried.Why.INTERNAL_ERROR, detail);
        var diagnosis = diagnosing.diagnose(seen);
        return new Result(
                monitor.id(),
                monitor.subject().group(),
                seen,
                diagnosis,
                monitor.expectation().judge(seen, diagnosis));
    }

    /// Lets what is under way end, for a moment.
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException hurried) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
