package dev.holdfast.diagnosis;

import dev.holdfast.diagnosis.Fields.Field;
import dev.holdfast.observation.Answered;
import dev.holdfast.observation.Headers;
import dev.holdfast.observation.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What helps to find the request again in the logs of those who answered it.
///
/// @param requestId the id the service or its gateway gave the request, behind what it is called there; null without
/// one
/// @param traceId the 32 hexadecimal digits of the trace, null when none was told
/// @param timings the `Server-Timing` entries, such as `db;dur=53`; the trace is not one of them
public record Clues(@Nullable String requestId, @Nullable String traceId, List<String> timings) {
    /// No clues.
    public static final Clues NONE = new Clues(null, null, List.of());

    private static final int LONGEST = 128;
    private static final int MOST_TIMINGS = 20;
    private static final int DEEPEST = 3;
    private static final int HEAD = 20_000;

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

    /// What bodies call an id, without signs between the words, and what a person would call it.
    private static final Map<String, String> NAMES = Map.of(
            "requestid", "request id",
            "xrequestid", "request id",
            "correlationid", "correlation id",
            "errorid", "error id",
            "eventid", "event id",
            "incidentid", "incident id",
            "supportid", "support id",
            "traceid", "trace id",
            "instance", "instance");

    private static final Pattern TRACE = Pattern.compile("\\b[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}\\b");
    private static final Pattern BARE_TRACE = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][\\w.:/|+=-]{3,127}|/[\\w.:/|+=%-]{1,127}");
    private static final Pattern WRITTEN =
            Pattern.compile("(?i)\\b((?:request|correlation|trace|error|incident|event|support|ray)[ _-]?id|reference)"
                    + "(?: ?(?:[:=#]|is) ?#?|[\"']? ?: ?[\"']?)([A-Za-z0-9][\\w.-]{5,63})");
    private static final Pattern ELEMENT =
            Pattern.compile("(?i)<((?:request|correlation|trace|error) ?_?id)>([A-Za-z0-9][\\w.-]{5,63})<");
    private static final Pattern TIMING = Pattern.compile("(?:[^,\"]|\"[^\"]{0,500}\"?){1,500}");
    private static final String NO_TRACE = "0".repeat(32);

    public Clues {
        timings = List.copyOf(timings);
    }

    /// The clues in a response's headers.
    public static Clues of(Headers headers) {
        return new Clues(requestId(headers).orElse(null), traceId(headers).orElse(null), timings(headers));
    }

    /// The clues in a response's headers and, where they tell no id, in the body of a failure.
    static Clues of(int status, Headers headers, String body) {
        var told = of(headers);
        if (status < 400 || (told.requestId != null && told.traceId != null)) {
            return told;
        }
        var written = body.substring(0, Math.min(body.length(), HEAD));
        var ids = Fields.isJson(written) ? shownIn(Fields.of(written)) : writtenIn(written);
        return new Clues(
                told.requestId != null ? told.requestId : ids.requestId,
                told.traceId != null ? told.traceId : ids.traceId,
                told.timings);
    }

    /// The clues in what was seen; none without an answer.
    public static Clues of(Observation seen) {
        if (!(seen instanceof Answered answered)) {
            return NONE;
        }
        var headers = answered.headers();
        var readings = Decoding.readings(
                answered.body().bytes(), headers.first("content-type").orElse(null));
        return of(answered.status(), headers, readings.getFirst());
    }

    /// Whether there are none.
    public boolean isEmpty() {
        return requestId == null && traceId == null && timings.isEmpty();
    }

    private static Optional<String> requestId(Headers headers) {
        return REQUEST_IDS.stream()
                .flatMap(name -> headers.first(name).stream()
                        .filter(value -> !value.isBlank())
                        .map(value -> name + " " + Redaction.of(value, LONGEST)))
                .findFirst();
    }

    private static Optional<String> traceId(Headers headers) {
        return List.of("traceparent", "traceresponse", "server-timing").stream()
                .flatMap(name -> headers.all(name).stream())
                .flatMap(value -> trace(value).stream())
                .findFirst();
    }

    private static Optional<String> trace(String value) {
        return TRACE.matcher(value.toLowerCase(Locale.ROOT))
                .results()
                .map(match -> match.group(1))
                .filter(id -> !id.equals(NO_TRACE))
                .findFirst();
    }

    private static Clues shownIn(List<Field> fields) {
        var ids = new ArrayList<String>();
        String traceId = null;
        for (var field : fields) {
            var name = NAMES.get(field.key().replaceAll("[_.-]", ""));
            if (name == null
                    || field.keys().size() > DEEPEST
                    || !ID.matcher(field.value()).matches()) {
                continue;
            }
            var trace = name.equals("trace id") ? wholeTrace(field.value()) : Optional.<String>empty();
            if (trace.isPresent() && traceId == null) {
                traceId = trace.get();
            } else if (trace.isEmpty()) {
                ids.add(name + " " + Redaction.of(field.value(), LONGEST));
            }
        }
        // An instance of RFC 9457 is often no more than the path: any other id says more.
        var id = ids.stream()
                .filter(one -> !one.startsWith("instance"))
                .findFirst()
                .or(() -> ids.stream().findFirst());
        return new Clues(id.orElse(null), traceId, List.of());
    }

    private static Optional<String> wholeTrace(String value) {
        var lower = value.toLowerCase(Locale.ROOT);
        return BARE_TRACE.matcher(lower).matches() && !lower.equals(NO_TRACE) ? Optional.of(lower) : trace(lower);
    }

    /// What pages write for a person to quote, such as `Ray ID: 7d4e2a1b3c5d6e7f`.
    private static Clues writtenIn(String page) {
        return Stream.concat(
                        ELEMENT.matcher(page).results(),
                        WRITTEN.matcher(Text.of(page, null).plain()).results())
                .filter(match -> match.group(2).chars().anyMatch(Character::isDigit))
                .map(match -> match.group(1).toLowerCase(Locale.ROOT).replaceAll("[ _-]?id$", " id") + " "
                        + Redaction.of(match.group(2), LONGEST))
                .findFirst()
                .map(id -> new Clues(id, null, List.of()))
                .orElse(NONE);
    }

    private static List<String> timings(Headers headers) {
        return headers.all("server-timing").stream()
                .flatMap(value -> TIMING.matcher(value).results())
                .map(match -> match.group().strip())
                .filter(entry -> !entry.isEmpty() && !isTrace(entry))
                .map(entry -> Redaction.of(entry, LONGEST))
                .limit(MOST_TIMINGS)
                .toList();
    }

    private static boolean isTrace(String entry) {
        var name = entry.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return name.equals("trace") || name.equals("traceparent");
    }
}
