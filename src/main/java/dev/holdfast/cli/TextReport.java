package dev.holdfast.cli;

import dev.holdfast.diagnosis.Cause;
import dev.holdfast.verdict.Verdict;
import dev.holdfast.wire.ResultJson;
import java.util.Locale;

/// The results of a check for a person at a terminal.
final class TextReport {
    private final boolean coloured;

    TextReport(boolean coloured) {
        this.coloured = coloured;
    }

    String of(Checked checked) {
        int width = checked.lines().stream()
                .mapToInt(line -> line.monitor().name().length())
                .max()
                .orElse(0);
        var text = new StringBuilder();
        checked.lines().forEach(line -> text.append(line(line, width)).append('\n'));
        return text.append('\n').append(summary(checked)).toString();
    }

    private String line(ResultJson line, int width) {
        var cause = line.cause() == Cause.NONE ? "" : "  [" + Words.of(line.cause()) + "]";
        var head = String.format(
                Locale.ROOT,
                "%s  %-" + Math.max(1, width) + "s  %7.1f ms  %s%s",
                mark(line.verdict()),
                line.monitor(),
                line.durationMs(),
                line.reason(),
                cause);
        return line.evidence().isBlank() || line.verdict() == Verdict.PASS
                ? head
                : head + "\n" + " ".repeat(10) + "evidence: " + line.evidence().replaceAll("\\R", " ");
    }

    private String mark(Verdict verdict) {
        return switch (verdict) {
            case PASS -> colour(32, "✓ pass   ");
            case REVIEW -> colour(33, "? review ");
            case FAIL -> colour(31, "✗ fail   ");
            case UNKNOWN -> colour(35, "· unknown");
        };
    }

    private String colour(int code, String text) {
        return coloured ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    /// Such as `3 pass, 1 review, 0 fail, 0 unknown`.
    static String summary(Checked checked) {
        return "%d pass, %d review, %d fail, %d unknown"
                .formatted(
                        checked.count(Verdict.PASS),
                        checked.count(Verdict.REVIEW),
                        checked.count(Verdict.FAIL),
                        checked.count(Verdict.UNKNOWN));
    }
}
