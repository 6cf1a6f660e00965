package dev.holdfast.daemon;

import dev.holdfast.incident.Lifecycle;
import dev.holdfast.schedule.Schedule;
import dev.holdfast.store.Store;
import dev.holdfast.verdict.Result;
import java.time.Duration;

/// One check of one monitor, start to end.
final class Cycle {
    private final Diagnosing diagnosing;
    private final Doubt doubt;
    private final Store store;
    private final Schedule schedule;
    private final Teller teller;

    Cycle(Diagnosing diagnosing, Doubt doubt, Store store, Schedule schedule, Teller teller) {
        this.diagnosing = diagnosing;
        this.doubt = doubt;
        this.store = store;
        this.schedule = schedule;
        this.teller = teller;
    }

    Result check(Watch watch) {
        var monitor = watch.monitor();
        var seen = watch.probe().probe();
        var diagnosis = diagnosing.diagnose(seen);
        var judgement = doubt.about(seen, monitor.expectation().judge(seen, diagnosis));
        var result = new Result(monitor.id(), monitor.subject().group(), seen, diagnosis, judgement);
        watch.show(result);
        if (watch.isRetired()) {
            return result;
        }
        store.record(result);
        var surroundings = doubt.surroundings(result);
        var step = store.advance(
                monitor.id(),
                (state, ledger) -> Lifecycle.next(monitor.subject(), state, result, ledger, surroundings));
        teller.checked(monitor.subject(), result, step);
        step.again().ifPresent(delay -> schedule.soon(monitor.id(), delay));
        step.asks().forEach(other -> schedule.soon(other, Duration.ZERO));
        return result;
    }
}
