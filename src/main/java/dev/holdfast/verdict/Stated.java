package dev.holdfast.verdict;

import dev.holdfast.diagnosis.Cause;
import dev.holdfast.diagnosis.Diagnosis;
import dev.holdfast.diagnosis.Outcome;
import dev.holdfast.observation.Answered;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What configuration states: what is named passes, a redirect that is not named is for a person, all else fails.
///
/// @param status the statuses that pass; every 2xx when none is stated
/// @param review the statuses that are for a person to look at
/// @param headers assertions on the first value of a header, by name
/// @param body assertions on the body's text
/// @param json assertions on what a JSONPath finds in the body, by path
/// @param location an assertion on the `Location` header, null for none
/// @param maxDuration how long the whole check may take, null for no limit but the deadline
public record Stated(
        StatusSet status,
        StatusSet review,
        Map<String, Assertion> headers,
        List<Assertion> body,
        Map<String, Assertion> json,
        @Nullable Assertion location,
        @Nullable Duration maxDuration)
        implements Expectation {

    public Stated {
        status = status.isEmpty() ? StatusSet.SUCCESS : status;
        headers = Map.copyOf(headers);
        body = List.copyOf(body);
        json = Map.copyOf(json);
    }

    @Override
    public Judgement judgeWhole(Answered answered, Diagnosis diagnosis) {
        if (review.contains(answered.status())) {
            return Judgement.review(Expectation.said(answered, diagnosis));
        }
        return status.contains(answered.status()) ? rest(answered, diagnosis) : unexpected(answered, diagnosis);
    }

    private Judgement unexpected(Answered answered, Diagnosis diagnosis) {
        var why = opened(answered) ? ": it is no longer guarded" : Expectation.because(diagnosis);
        var reason = "answers " + answered.status() + ", expected " + status + why;
        return diagnosis.outcome() == Outcome.REDIRECT ? Judgement.review(reason) : Judgement.fail(reason);
    }

    /// It must turn strangers away, and lets them in.
    private boolean opened(Answered answered) {
        return StatusSet.SUCCESS.contains(answered.status()) && (status.contains(401) || status.contains(403));
    }

    private Judgement rest(Answered answered, Diagnosis diagnosis) {
        var broken = Stream.of(headerProblems(answered), bodyProblems(answered), timeProblems(answered))
                .flatMap(List::stream)
                .toList();
        if (!broken.isEmpty()) {
            return Judgement.fail("answers " + answered.status() + ", but " + String.join("; ", broken));
        }
        var failsInside = diagnosis.cause() != Cause.NONE && diagnosis.outcome() == Outcome.OK;
        return failsInside && body.isEmpty() && json.isEmpty()
                ? Judgement.review(Expectation.said(answered, diagnosis))
                : Judgement.pass("answers " + answered.status() + " as expected");
    }

    private List<String> headerProblems(Answered answered) {
        var problems = new ArrayList<String>();
        headers.forEach((name, assertion) -> assertion
                .violation(Found.text(answered.headers().first(name)))
                .ifPresent(problem -> problems.add("header " + name + " " + problem)));
        if (location != null) {
            location.violation(Found.text(answered.headers().first("location")))
                    .ifPresent(problem -> problems.add("location " + problem));
        }
        return problems;
    }

    private List<String> bodyProblems(Answered answered) {
        if (body.isEmpty() && json.isEmpty()) {
            return List.of();
        }
        var text = BodyText.of(answered);
        var problems = new ArrayList<String>();
        body.forEach(assertion ->
                assertion.violation(Found.text(text)).ifPresent(problem -> problems.add("the body " + problem)));
        problems.addAll(JsonBody.violations(text, json));
        return problems.isEmpty() || !answered.body().isTruncated()
                ? problems
                : problems.stream().map(Stated::cut).toList();
    }

    private static String cut(String problem) {
        return problem + " (only the first 64 KiB of the body are kept)";
    }

    private List<String> timeProblems(Answered answered) {
        return maxDuration == null || answered.took().compareTo(maxDuration) <= 0
                ? List.of()
                : List.of("it took " + answered.took().toMillis() + " ms, more than " + maxDuration.toMillis() + " ms");
    }
}
