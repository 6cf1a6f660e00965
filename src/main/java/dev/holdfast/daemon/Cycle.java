package dev.holdfast.daemon;

import dev.holdfast.incident.Lifecycle;
import dev.holdfast.schedule.Schedule;
import dev.holdfast.store.Store;
import dev.holdfast.verdict.Result;

/// One check of one monitor, start to end.
final class Cycle {
    private final Diagnosing diagnosing;
    private final Store store;
    private final Schedule schedule;
    private final Teller teller;

    Cycle(Diagnosing diagnosing, Store store, Schedule schedule, Teller teller) {
        this.diagnosing = diagnosing;
        this.store = store;
        this.schedule = schedule;
        this.teller = teller;
    }

    Result check(Watch watch) {
        var monitor = watch.monitor();
        var seen = watch.probe().probe();
        var diagnosis = diagnosing.diagnose(seen);
        var judgement = monitor.expectation().judge(seen, diagnosis);
        var result = new Result(monitor.id(), monitor.subject().group(), seen, diagnosis, judgement);
        watch.show(result);
        if (watch.isRetired()) {
            return result;
        }
        store.record(result);
        var step = store.advance(
                monitor.id(), (state, ledger) -> Lifecycle.next(monitor.subject(), state, result, ledger));
        teller.checked(monitor.subject(), result, step);
        step.again().ifPresent(delay -> schedule.soon(monitor.id(), delay));
        return result;
    }
}
