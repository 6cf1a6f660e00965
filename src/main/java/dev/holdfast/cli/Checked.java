package dev.holdfast.cli;

import dev.holdfast.config.Monitor;
import dev.holdfast.verdict.Result;
import dev.holdfast.verdict.Verdict;
import dev.holdfast.wire.ResultJson;
import java.time.Instant;
import java.util.List;
import java.util.SequencedMap;

/// The results of one `check`, in the order of the configuration: what a report shows.
record Checked(Instant at, SequencedMap<Monitor, Result> results) {

    List<ResultJson> lines() {
        return results.entrySet().stream()
                .map(checked -> ResultJson.of(
                        checked.getValue(), checked.getKey().http().url()))
                .toList();
    }

    int count(Verdict verdict) {
        return (int) results.values().stream()
                .filter(result -> result.verdict() == verdict)
                .count();
    }

    /// @param strict whether review counts as a failure
    int exitCode(boolean strict) {
        if (count(Verdict.FAIL) > 0 || (strict && count(Verdict.REVIEW) > 0)) {
            return Exit.FAILURE;
        }
        return count(Verdict.UNKNOWN) > 0 ? Exit.COULD_NOT_JUDGE : Exit.OK;
    }
}
