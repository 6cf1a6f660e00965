package dev.holdfast.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.observation.Answered;
import dev.holdfast.observation.Body;
import dev.holdfast.observation.Headers;
import dev.holdfast.observation.NotTried;
import dev.holdfast.observation.Observation;
import dev.holdfast.observation.Phases;
import dev.holdfast.observation.Request;
import dev.holdfast.observation.Trouble;
import dev.holdfast.observation.Unanswered;
import dev.holdfast.verdict.Usual;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Whatever way a response's own words take to a person, they carry no secret and do not act.
class HostileTextTest {
    private static final String EVIL =
            "\u001b[31mpassword=hunter2 jane.doe@example.com \u202e<script>alert(1)</script>\u200b 4111 1111 1111 1111";

    @TestFactory
    Stream<DynamicTest> nothingHostileGetsThrough() {
        return Map.ofEntries(
                        Map.entry("the program's message", failed("{\"message\":\"" + EVIL + "\"}")),
                        Map.entry("a plain body", failed(EVIL)),
                        Map.entry("a page", failed("<html><h1>" + EVIL.replace("<", "&lt;") + "</h1></html>")),
                        Map.entry("evidence", failed("relation \"flags\" does not exist " + EVIL)),
                        Map.entry("evidence of a code", failed(EVIL + " SQLSTATE 42P01 " + EVIL)),
                        Map.entry("a relation", failed("relation \"" + EVIL + "\" does not exist")),
                        Map.entry(
                                "a relation that is mail", failed("relation \"jane.doe@example.com\" does not exist")),
                        Map.entry(
                                "a component",
                                failed("{\"status\":\"DOWN\",\"checks\":[{\"name\":\"" + EVIL
                                        + "\",\"status\":\"DOWN\"}]}")),
                        Map.entry(
                                "a component's message",
                                failed(
                                        "{\"status\":\"DOWN\",\"components\":{\"x\":{\"status\":\"DOWN\",\"details\":{\"error\":\""
                                                + EVIL + "\"}}}}")),
                        Map.entry("a verbose component", failed("[-]etcd failed: " + EVIL)),
                        Map.entry("a word for the state", failed("{\"checks\":{\"a\":\"down: " + EVIL + "\"}}")),
                        Map.entry(
                                "ids in a body",
                                failed("{\"requestId\":\"password=hunter2\",\"instance\":\"/jane.doe@example.com\"}")),
                        Map.entry("an id in a header", answered(500, "", "x-request-id", EVIL)),
                        Map.entry("timings", answered(500, "", "server-timing", "db;desc=\"" + EVIL + "\"")),
                        Map.entry("a wait", answered(429, "", "retry-after", EVIL)),
                        Map.entry("where a redirect leads", answered(302, "", "location", "https://b.example/" + EVIL)),
                        Map.entry(
                                "who a redirect logs in as",
                                answered(
                                        302,
                                        "",
                                        "location",
                                        "https://jane.doe:hunter2@b.example/jane.doe@example.com?password=hunter2")),
                        Map.entry("what a redirect is of", answered(302, "", "location", "jane.doe+hunter2:x")),
                        Map.entry("a realm", answered(401, "", "www-authenticate", "Basic realm=\"" + EVIL + "\"")),
                        Map.entry("a scheme", answered(401, "", "www-authenticate", "<script>alert(1)</script>")),
                        Map.entry(
                                "a scope",
                                answered(
                                        403,
                                        "",
                                        "www-authenticate",
                                        "Bearer error=\"insufficient_scope\", scope=\"" + EVIL + "\"")),
                        Map.entry(
                                "why a token is refused",
                                answered(
                                        401,
                                        "",
                                        "www-authenticate",
                                        "Bearer error=\"invalid_token\", error_description=\"" + EVIL + "\"")),
                        Map.entry(
                                "a refusal",
                                answered(403, "{\"message\":\"" + EVIL + "\"}", "content-type", "application/json")),
                        Map.entry(
                                "a certificate",
                                new Unanswered(
                                        Instant.EPOCH,
                                        Duration.ZERO,
                                        Phases.NONE,
                                        request(),
                                        new Trouble(Trouble.Kind.WRONG_HOST, "the certificate is for " + EVIL),
                                        List.of(),
                                        null)),
                        Map.entry("a body cut off", broken("the body ends after " + EVIL)),
                        Map.entry(
                                "a provider",
                                new NotTried(
                                        Instant.EPOCH,
                                        request(),
                                        NotTried.Why.CREDENTIAL_PROVIDER_DOWN,
                                        "the provider says " + EVIL)))
                .entrySet()
                .stream()
                .map(way -> DynamicTest.dynamicTest(way.getKey(), () -> isInert(way.getValue())));
    }

    private static void isInert(Observation seen) {
        var explained = Diagnostician.standard().explain(seen);
        var diagnosis = explained.diagnosis();
        var shown = new ArrayList<>(List.of(
                diagnosis.explanation(),
                diagnosis.evidence(),
                Objects.requireNonNullElse(diagnosis.relation(), ""),
                new Usual(false).judge(seen, diagnosis).reason(),
                Objects.requireNonNullElse(explained.clues().requestId(), ""),
                Objects.requireNonNullElse(explained.clues().traceId(), "")));
        shown.addAll(explained.clues().timings());

        assertThat(shown)
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain(
                                "hunter2", "jane.doe", "4111 1111", "<script", "\u001b", "[31m", "\u202e", "\u200b")
                        .doesNotContain("\n", "\r"));
    }

    private static Answered failed(String body) {
        return answered(500, body, "content-type", "text/plain");
    }

    private static Answered answered(int status, String body, String name, String value) {
        return answered(status, body, new Headers(List.of(new Headers.Field(name, value))), null);
    }

    private static Answered broken(String detail) {
        return answered(200, "", Headers.NONE, new Trouble(Trouble.Kind.BODY_TRUNCATED, detail));
    }

    private static Answered answered(int status, String body, Headers headers, @Nullable Trouble broken) {
        return new Answered(
                Instant.EPOCH,
                Duration.ZERO,
                Phases.NONE,
                request(),
                status,
                headers,
                new Body(body.getBytes(StandardCharsets.UTF_8), false),
                List.of(),
                null,
                broken);
    }

    private static Request request() {
        return new Request("GET", URI.create("https://app.example.com/flags"), "admin");
    }
}
