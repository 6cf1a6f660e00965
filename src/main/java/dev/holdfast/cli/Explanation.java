package dev.holdfast.cli;

import dev.holdfast.diagnosis.Cause;
import dev.holdfast.diagnosis.Diagnostician;
import dev.holdfast.diagnosis.Explained;
import dev.holdfast.diagnosis.Redaction;
import dev.holdfast.verdict.Result;
import dev.holdfast.verdict.Verdict;

/// How a verdict came about: what was seen, which signatures were tried on it, what that means.
final class Explanation {
    private Explanation() {}

    static String of(Checked checked, Diagnostician diagnostician) {
        var text = new StringBuilder();
        checked.results()
                .values()
                .forEach(result -> text.append(of(result, diagnostician.explain(result.observation())))
                        .append('\n'));
        return text.toString();
    }

    private static String of(Result result, Explained explained) {
        var lines = new Lines(result.monitor() + ": " + Words.of(result.verdict()));
        Sight.of(result.observation(), lines);
        clues(explained, lines);
        diagnosis(explained, lines);
        Trials.found(explained, lines);
        if (result.verdict() != Verdict.PASS) {
            lines.add("do first", explained.advice());
        }
        lines.add(
                "verdict",
                Words.of(result.verdict()) + ": " + result.judgement().reason());
        Trials.rest(explained.tried(), lines);
        return lines.toString();
    }

    private static void clues(Explained explained, Lines lines) {
        var clues = explained.clues();
        if (clues.requestId() != null) {
            lines.add("find it by", clues.requestId());
        }
        if (clues.traceId() != null) {
            lines.add("find it by", "trace " + clues.traceId());
        }
        if (!clues.timings().isEmpty()) {
            lines.add("timing", String.join(", ", clues.timings()));
        }
    }

    private static void diagnosis(Explained explained, Lines lines) {
        var diagnosis = explained.diagnosis();
        var words = Words.of(diagnosis.outcome()) + ", " + Words.of(diagnosis.cause())
                + (diagnosis.relation() == null ? "" : ", " + diagnosis.relation())
                + (diagnosis.dialect() == null ? "" : ", " + Words.of(diagnosis.dialect()));
        lines.add("diagnosis", words + ": " + Redaction.of(diagnosis.explanation()));
        if (!diagnosis.evidence().isEmpty() && !diagnosis.explanation().contains(diagnosis.evidence())) {
            lines.add("evidence", diagnosis.evidence());
        }
        if (diagnosis.cause() != Cause.NONE) {
            lines.add("it means", explained.meaning());
        }
    }
}
