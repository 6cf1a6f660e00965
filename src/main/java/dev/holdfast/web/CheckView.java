package dev.holdfast.web;

import dev.holdfast.store.Check;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// One check of the history, as a page shows it.
public record CheckView(String at, String verdict, String status, String cause, String latency, String reason) {

    static CheckView of(Check check) {
        return new CheckView(
                check.at().truncatedTo(ChronoUnit.SECONDS).toString(),
                check.verdict().name().toLowerCase(Locale.ROOT),
                check.status() == null
                        ? check.outcome().name().toLowerCase(Locale.ROOT)
                        : check.status().toString(),
                check.cause().name().toLowerCase(Locale.ROOT),
                String.format(Locale.ROOT, "%.0f ms", check.took().toNanos() / 1_000_000.0),
                check.reason());
    }
}
