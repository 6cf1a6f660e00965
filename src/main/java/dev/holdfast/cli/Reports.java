package dev.holdfast.cli;

import dev.holdfast.verdict.Verdict;
import dev.holdfast.wire.Json;
import dev.holdfast.wire.ResultJson;
import java.time.Instant;
import java.util.List;

/// The results of a check for programs: JSON of the contract, and Markdown for a pull request.
final class Reports {
    private Reports() {}

    private record Document(Instant checkedAt, List<ResultJson> results, Summary summary) {}

    private record Summary(int pass, int review, int fail, int unknown) {}

    static String json(Checked checked) {
        var summary = new Summary(
                checked.count(Verdict.PASS),
                checked.count(Verdict.REVIEW),
                checked.count(Verdict.FAIL),
                checked.count(Verdict.UNKNOWN));
        return Json.pretty(new Document(checked.at(), checked.lines(), summary));
    }

    static String markdown(Checked checked) {
        var table = new StringBuilder("| Monitor | Verdict | Status | Cause | Reason |\n|---|---|---|---|---|\n");
        for (var line : checked.lines()) {
            table.append("| %s | %s | %s | %s | %s |%n"
                    .formatted(
                            line.monitor(),
                            Words.of(line.verdict()),
                            line.status() == null ? "" : line.status(),
                            Words.of(line.cause()),
                            cell(line.reason())));
        }
        return table.append('\n').append(TextReport.summary(checked)).toString();
    }

    /// `text` as it may stand in a cell of a table.
    static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;").replaceAll("\\R", " ");
    }
}
