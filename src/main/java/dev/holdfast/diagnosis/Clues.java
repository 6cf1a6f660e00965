package dev.holdfast.diagnosis;

import dev.holdfast.observation.Headers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What helps to find the request again in the logs of those who answered it.
///
/// @param requestId the id the service or its gateway gave the request, with the header's name, null without one
/// @param traceId the 32 hexadecimal digits of the trace, null when none was told
/// @param timings the `Server-Timing` entries, such as `db;dur=53`; the trace is not one of them
public record Clues(@Nullable String requestId, @Nullable String traceId, List<String> timings) {
    /// No clues.
    public static final Clues NONE = new Clues(null, null, List.of());

    private static final int LONGEST = 128;
    private static final List<String> REQUEST_IDS = List.of(
            "x-request-id",
            "x-correlation-id",
            "request-id",
            "x-amzn-requestid",
            "x-amzn-trace-id",
            "x-amz-request-id",
            "cf-ray",
            "x-cloud-trace-context",
            "x-vercel-id",
            "fly-request-id",
            "x-azure-ref",
            "x-ms-request-id",
            "x-railway-request-id",
            "x-github-request-id",
            "x-trace-id");
    private static final Pattern TRACE = Pattern.compile("\\b[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}\\b");
    private static final String NO_TRACE = "0".repeat(32);

    public Clues {
        timings = List.copyOf(timings);
    }

    /// The clues in a response's headers.
    public static Clues of(Headers headers) {
        return new Clues(requestId(headers).orElse(null), traceId(headers).orElse(null), timings(headers));
    }

    /// Whether there are none.
    public boolean isEmpty() {
        return requestId == null && traceId == null && timings.isEmpty();
    }

    private static Optional<String> requestId(Headers headers) {
        return REQUEST_IDS.stream()
                .flatMap(name -> headers.first(name).stream().map(value -> name + " " + shown(value)))
                .findFirst();
    }

    private static Optional<String> traceId(Headers headers) {
        return List.of("traceparent", "traceresponse", "server-timing").stream()
                .flatMap(name -> headers.all(name).stream())
                .flatMap(value -> TRACE.matcher(value.toLowerCase(Locale.ROOT)).results())
                .map(match -> match.group(1))
                .filter(id -> !id.equals(NO_TRACE))
                .findFirst();
    }

    private static List<String> timings(Headers headers) {
        return headers.all("server-timing").stream()
                .flatMap(value -> List.of(value.split(",", 20)).stream())
                .map(String::strip)
                .filter(entry -> !entry.isEmpty() && !isTrace(entry))
                .map(Clues::shown)
                .limit(20)
                .toList();
    }

    private static boolean isTrace(String entry) {
        var name = entry.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return name.equals("trace") || name.equals("traceparent");
    }

    private static String shown(String value) {
        return Redaction.of(value.substring(0, Math.min(value.length(), LONGEST)));
    }
}
