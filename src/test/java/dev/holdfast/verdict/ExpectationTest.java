package dev.holdfast.verdict;

import static dev.holdfast.verdict.Verdict.FAIL;
import static dev.holdfast.verdict.Verdict.PASS;
import static dev.holdfast.verdict.Verdict.REVIEW;
import static dev.holdfast.verdict.Verdict.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.diagnosis.Cause;
import dev.holdfast.diagnosis.Diagnosis;
import dev.holdfast.diagnosis.Outcome;
import dev.holdfast.observation.Answered;
import dev.holdfast.observation.Body;
import dev.holdfast.observation.Headers;
import dev.holdfast.observation.NotTried;
import dev.holdfast.observation.Observation;
import dev.holdfast.observation.Phases;
import dev.holdfast.observation.Request;
import dev.holdfast.observation.Trouble;
import dev.holdfast.observation.Unanswered;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectationTest {
    private static final Request REQUEST = new Request("GET", URI.create("https://app.example.com/stats"), null);
    private static final Usual ANYBODY = new Usual(false);

    @ParameterizedTest
    @CsvSource({
        "200, OK, PASS, PASS",
        "401, AUTH_REQUIRED, PASS, FAIL",
        "403, FORBIDDEN, PASS, FAIL",
        "307, REDIRECT, REVIEW, REVIEW",
        "404, NOT_FOUND, REVIEW, REVIEW",
        "429, RATE_LIMITED, REVIEW, REVIEW",
        "418, CLIENT_ERROR, REVIEW, REVIEW",
        "500, SERVER_ERROR, FAIL, FAIL",
        "500, RELATION_ERROR, FAIL, FAIL",
        "502, GATEWAY_ERROR, FAIL, FAIL",
    })
    void withoutAnExpectationGuardedIsHealthyAndBrokenIsNot(
            int status, Outcome outcome, Verdict stranger, Verdict signedIn) {
        assertThat(verdict(ANYBODY, status, outcome)).isEqualTo(stranger);
        assertThat(verdict(new Usual(true), status, outcome)).isEqualTo(signedIn);
    }

    @ParameterizedTest
    @CsvSource({
        "401, AUTH_REQUIRED, PASS",
        "200, OK, FAIL",
        "307, REDIRECT, REVIEW",
        "404, NOT_FOUND, FAIL",
        "500, RELATION_ERROR, FAIL"
    })
    void aStatedStatusPassesARedirectIsForAPersonAndAllElseFails(int status, Outcome outcome, Verdict expected) {
        assertThat(verdict(stated(401), status, outcome)).isEqualTo(expected);
    }

    @Test
    void aGuardedEndpointThatLetsAnybodyInSaysSo() {
        assertThat(stated(401)
                        .judge(answered(200, "{}"), diagnosis(200, Outcome.OK))
                        .reason())
                .isEqualTo("answers 200, expected 401: it is no longer guarded");
    }

    @Test
    void aFailureReadFromABodyUnderSuccessIsForAPerson() {
        var graphql = new Diagnosis(
                Outcome.OK, 200, Cause.RELATION_MISSING, "users", null, "relation \"users\" does not exist", "", null);

        assertThat(ANYBODY.judge(answered(200, "{}"), graphql).verdict()).isEqualTo(REVIEW);
        assertThat(stated(200).judge(answered(200, "{}"), graphql).verdict()).isEqualTo(REVIEW);
    }

    @Test
    void whatWasNotTriedIsUnknownUnlessTheCredentialsProviderIsDown() {
        var notTried = new NotTried(Instant.EPOCH, REQUEST, NotTried.Why.INTERNAL_ERROR, "ours");

        assertThat(ANYBODY.judge(notTried, silent(Outcome.NOT_TRIED, Cause.NONE))
                        .verdict())
                .isEqualTo(UNKNOWN);
        assertThat(ANYBODY.judge(notTried, silent(Outcome.NOT_TRIED, Cause.CREDENTIAL_PROVIDER_DOWN))
                        .verdict())
                .isEqualTo(FAIL);
    }

    @Test
    void noAnswerAndHalfAnAnswerFail() {
        var trouble = new Trouble(Trouble.Kind.BODY_TIMEOUT, "the body did not end within 2 s");
        var silence = new Unanswered(Instant.EPOCH, Duration.ZERO, Phases.NONE, REQUEST, trouble, List.of(), null);

        assertThat(stated(200)
                        .judge(silence, silent(Outcome.TIMEOUT, Cause.BODY_TIMEOUT))
                        .verdict())
                .isEqualTo(FAIL);
        assertThat(stated(200).judge(answered(200, "{", Headers.NONE, trouble), diagnosis(200, Outcome.TIMEOUT)))
                .isEqualTo(
                        new Judgement(FAIL, "answers 200, but the answer breaks off: the body did not end within 2 s"));
    }

    @Test
    void jsonAssertionsLookIntoTheBody() {
        var flags = json(Map.of("$.flags", new Assertion.NotEmpty(), "$.count", new Assertion.AtLeast(BigDecimal.TWO)));

        assertThat(judge(flags, "{\"flags\":[1],\"count\":2}").verdict()).isEqualTo(PASS);
        assertThat(judge(flags, "{\"flags\":[],\"count\":1}").reason())
                .isEqualTo("answers 200, but $.count is not a number of at least 2; $.flags is empty");
        assertThat(judge(flags, "{\"count\":3}").reason()).isEqualTo("answers 200, but $.flags is missing");
        assertThat(judge(flags, "<html>").reason()).contains("the body is not JSON");
    }

    @Test
    void bodyHeaderLocationAndTimeAreAsserted() {
        var all = new Stated(
                StatusSet.NONE,
                StatusSet.NONE,
                Map.of("content-type", new Assertion.Contains("json")),
                List.of(new Assertion.Matches("\"o[k]\""), new Assertion.Lacks("error")),
                Map.of(),
                new Assertion.Absent(),
                Duration.ofSeconds(1));
        var typed = new Headers(List.of(new Headers.Field("Content-Type", "application/json")));
        var moved = new Headers(List.of(new Headers.Field("Location", "/elsewhere")));

        assertThat(all.judge(answered(200, "[\"ok\"]", typed, null), diagnosis(200, Outcome.OK))
                        .verdict())
                .isEqualTo(PASS);
        assertThat(all.judge(answered(200, "an error", moved, null), diagnosis(200, Outcome.OK))
                        .reason())
                .isEqualTo("answers 200, but header content-type is missing; location is there, and must not be;"
                        + " the body does not match /\"o[k]\"/; the body contains \"error\"");
    }

    private static Judgement judge(Expectation expectation, String body) {
        return expectation.judge(answered(200, body), diagnosis(200, Outcome.OK));
    }

    private static Verdict verdict(Expectation expectation, int status, Outcome outcome) {
        return expectation
                .judge(answered(status, ""), diagnosis(status, outcome))
                .verdict();
    }

    private static Stated stated(int status) {
        var only = new StatusSet(List.of(new StatusSet.Range(status, status)));
        return new Stated(only, StatusSet.NONE, Map.of(), List.of(), Map.of(), null, null);
    }

    private static Stated json(Map<String, Assertion> assertions) {
        return new Stated(StatusSet.NONE, StatusSet.NONE, Map.of(), List.of(), assertions, null, null);
    }

    private static Observation answered(int status, String body) {
        return answered(status, body, Headers.NONE, null);
    }

    private static Observation answered(int status, String body, Headers headers, @Nullable Trouble broken) {
        return new Answered(
                Instant.EPOCH,
                Duration.ofMillis(5),
                Phases.NONE,
                REQUEST,
                status,
                headers,
                new Body(body.getBytes(StandardCharsets.UTF_8), false),
                List.of(),
                null,
                broken);
    }

    private static Diagnosis diagnosis(int status, Outcome outcome) {
        return new Diagnosis(outcome, status, Cause.NONE, null, null, "", "", null);
    }

    private static Diagnosis silent(Outcome outcome, Cause cause) {
        return new Diagnosis(outcome, null, cause, null, null, "silence", "", null);
    }
}
