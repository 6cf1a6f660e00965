package dev.holdfast.diagnosis;

import dev.holdfast.observation.Answered;
import dev.holdfast.observation.Body;
import dev.holdfast.observation.Headers;
import dev.holdfast.observation.Phases;
import dev.holdfast.observation.Request;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Answers for tests.
final class Seen {
    private static final URI ASKED = URI.create("https://app.example.com/api/v1/admin/feature-flags");

    private Seen() {}

    static Answered answered(int status, String contentType, String body) {
        return answered(status, Map.of("content-type", contentType), body.getBytes(StandardCharsets.UTF_8));
    }

    static Answered answered(int status, Map<String, String> headers, byte[] body) {
        return answered(ASKED, status, headers, body);
    }

    static Answered answered(URI asked, int status, Map<String, String> headers, byte[] body) {
        var fields = headers.entrySet().stream()
                .map(entry -> new Headers.Field(entry.getKey(), entry.getValue()))
                .toList();
        return new Answered(
                Instant.EPOCH,
                Duration.ZERO,
                Phases.NONE,
                new Request("GET", asked, null),
                status,
                new Headers(fields),
                new Body(body, false),
                List.of(),
                null,
                null);
    }
}
