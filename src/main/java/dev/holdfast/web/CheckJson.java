package dev.holdfast.web;

import dev.holdfast.diagnosis.Cause;
import dev.holdfast.diagnosis.Outcome;
import dev.holdfast.store.Check;
import dev.holdfast.verdict.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One check of the history, in the words of the contract.
record CheckJson(
        Instant checkedAt,
        Verdict verdict,
        Outcome outcome,
        @Nullable Integer status,
        Cause cause,
        String reason,
        double durationMs) {

    static CheckJson of(Check check) {
        return new CheckJson(
                check.at(),
                check.verdict(),
                check.outcome(),
                check.status(),
                check.cause(),
                check.reason(),
                Math.round(check.took().toNanos() / 1e3) / 1e3);
    }
}
