package dev.holdfast.cli;

import dev.holdfast.diagnosis.Diagnostician;
import dev.holdfast.diagnosis.Tried;
import dev.holdfast.observation.Answered;
import dev.holdfast.observation.NotTried;
import dev.holdfast.observation.Observation;
import dev.holdfast.observation.Unanswered;
import dev.holdfast.verdict.Result;
import java.util.ArrayList;
import java.util.List;

/// How a verdict came about: what was seen, which signatures were tried on it, what that means.
final class Explanation {
    private Explanation() {}

    static String of(Checked checked, Diagnostician diagnostician) {
        var text = new StringBuilder();
        checked.results()
                .values()
                .forEach(result -> text.append(of(result, diagnostician)).append('\n'));
        return text.toString();
    }

    private static String of(Result result, Diagnostician diagnostician) {
        var explained = diagnostician.explain(result.observation());
        var lines = new ArrayList<String>();
        lines.add(result.monitor() + ": " + Words.of(result.verdict()) + ", because it "
                + result.judgement().reason());
        lines.add("  seen       " + seen(result.observation()));
        lines.add("  diagnosis  " + Words.of(explained.diagnosis().outcome()) + ", "
                + Words.of(explained.diagnosis().cause()) + ": "
                + explained.diagnosis().explanation());
        lines.addAll(signatures(explained.tried()));
        lines.add("  do first   " + explained.advice());
        return String.join("\n", lines) + "\n";
    }

    private static String seen(Observation seen) {
        var request = seen.request().method() + " " + seen.request().uri();
        return switch (seen) {
            case Answered answered ->
                request + " → " + answered.status() + ", "
                        + answered.headers().fields().size() + " headers, " + answered.body();
            case Unanswered unanswered ->
                request + " → no answer: " + unanswered.trouble().detail();
            case NotTried notTried -> request + " was not tried: " + notTried.detail();
        };
    }

    private static List<String> signatures(List<Tried> tried) {
        return tried.isEmpty()
                ? List.of("  tried      no signature: there was nothing to explain")
                : tried.stream()
                        .map(one ->
                                "  " + (one.won() ? "won        " : "tried      ") + one.signature() + ": " + one.why())
                        .toList();
    }
}
