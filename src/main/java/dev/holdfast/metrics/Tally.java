package dev.holdfast.metrics;

import dev.holdfast.diagnosis.Cause;
import dev.holdfast.diagnosis.Outcome;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// What is counted of one monitor, for as long as it is watched.
final class Tally {
    static final Tally EMPTY = new Tally();

    private final Map<Outcome, LongAdder> outcomes = new ConcurrentHashMap<>();
    private final Map<Cause, LongAdder> regressions = new ConcurrentHashMap<>();

    void count(Outcome outcome) {
        outcomes.computeIfAbsent(outcome, _ -> new LongAdder()).increment();
    }

    void countRegression(Cause cause) {
        regressions.computeIfAbsent(cause, _ -> new LongAdder()).increment();
    }

    Map<Outcome, LongAdder> outcomes() {
        return outcomes;
    }

    Map<Cause, LongAdder> regressions() {
        return regressions;
    }
}
