package dev.holdfast.diagnosis;

import dev.holdfast.diagnosis.Search.Sighting;
import dev.holdfast.observation.Body;
import dev.holdfast.observation.Headers;
import dev.holdfast.observation.Request;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A response's body, read: the text a person would see and what the signatures found in it.
///
/// @param reading the body in the charset that made sense
/// @param text what of it speaks for the response
/// @param search null when nothing of it does
/// @param health what it says as a health body
record Examination(Reading reading, Text text, @Nullable Search search, Optional<Health> health) {

    /// Reads a body in every charset it may be in, until one makes sense.
    static Examination of(Signatures signatures, int status, @Nullable Request request, Headers headers, Body body) {
        var contentType = headers.first("content-type").orElse(null);
        var readings = Decoding.readings(body.bytes(), contentType).stream()
                .map(Reading::new)
                .toList();
        var health = Health.of(status, request, headers, readings.getFirst());
        var first = examine(signatures, status, contentType, readings.getFirst(), health);
        if (readings.size() == 1 || first.sighting().isPresent()) {
            return first;
        }
        return readings.stream()
                .skip(1)
                .map(reading -> examine(signatures, status, contentType, reading, health))
                .filter(examination -> examination.sighting().isPresent())
                .findFirst()
                .orElse(first);
    }

    private static Examination examine(
            Signatures signatures, int status, @Nullable String contentType, Reading reading, Optional<Health> health) {
        var said = status >= 500 ? reading.raw() : Statement.of(status, contentType, reading);
        if (said == null) {
            said = health.map(Health::messages).orElse("");
        }
        if (said.isBlank()) {
            return new Examination(reading, Text.EMPTY, null, health);
        }
        var text = Text.of(said, contentType);
        return new Examination(reading, text, signatures.search(text), health);
    }

    /// What was found to be wrong. Below 500 a program's own fault is no cause: the status says that it is none.
    Optional<Sighting> sighting() {
        return Optional.ofNullable(search).flatMap(Search::winner);
    }

    List<Tried> tried() {
        return search == null ? List.of() : search.tried();
    }
}
