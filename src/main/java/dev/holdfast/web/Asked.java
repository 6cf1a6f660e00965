package dev.holdfast.web;

import dev.holdfast.wire.Json;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a request asks for: the fields of the JSON object in its body, every one of which has to be known.
final class Asked {
    private static final int LONGEST = 1_000;

    private final Map<String, @Nullable Object> fields;

    private Asked(Map<String, @Nullable Object> fields) {
        this.fields = fields;
    }

    /// The body of `request`; one without a body asks for nothing in particular.
    ///
    /// @throws Refusal when it is no JSON object, or has a field that is not among `known`
    static Asked of(Context request, String... known) {
        var body = request.body();
        var fields = body.isBlank() ? Map.<String, @Nullable Object>of() : parsed(body);
        for (var field : fields.keySet()) {
            if (!List.of(known).contains(field)) {
                throw new Refusal(
                        400,
                        "there is no field " + field + " here"
                                + Nearest.remedy(field, Stream.of(known), "known are " + String.join(", ", known)));
            }
        }
        return new Asked(fields);
    }

    private static Map<String, @Nullable Object> parsed(String body) {
        try {
            return Json.object(body);
        } catch (IllegalArgumentException noObject) {
            throw new Refusal(400, "the body has to be one JSON object: " + noObject.getMessage());
        }
    }

    /// The text of `field`, empty when it was left out or is blank.
    Optional<String> text(String field) {
        return Optional.ofNullable(fields.get(field))
                .map(value -> text(field, value))
                .filter(text -> !text.isEmpty());
    }

    /// The texts of the field `many`, which is a list, and of the field `one`, which is a single text.
    List<String> texts(String many, String one) {
        var listed = fields.get(many);
        if (listed != null && !(listed instanceof List)) {
            throw new Refusal(400, many + " has to be a list of texts, such as [\"feature_flags\"]");
        }
        var elements = listed instanceof List<?> list ? list.stream().map(element -> text(many, element)) : null;
        return Stream.concat(elements == null ? Stream.of() : elements, text(one).stream())
                .toList();
    }

    /// The names and values of `field`.
    Map<String, String> pairs(String field) {
        var value = fields.get(field);
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw new Refusal(400, field + " has to be an object of texts, such as {\"team\": \"payments\"}");
        }
        var pairs = new LinkedHashMap<String, String>();
        map.forEach((name, text) -> pairs.put(String.valueOf(name), text(field, text)));
        return pairs;
    }

    /// The moment of `field`, empty when it was left out.
    Optional<Instant> time(String field) {
        return text(field).map(text -> time(field, text));
    }

    private static Instant time(String field, String text) {
        try {
            var time = OffsetDateTime.parse(text);
            if (time.getYear() >= 1970 && time.getYear() < 10_000) {
                return time.toInstant();
            }
        } catch (DateTimeException noTime) {
            // told below
        }
        throw new Refusal(400, field + " has to be a time with its zone, such as 2025-09-18T14:00:00Z");
    }

    private static String text(String field, @Nullable Object value) {
        if (!(value instanceof String text)) {
            throw new Refusal(400, field + " has to be a text");
        }
        if (text.length() > LONGEST) {
            throw new Refusal(400, field + " is too long: " + LONGEST + " characters are the most");
        }
        return text.strip();
    }
}
