package dev.holdfast.diagnosis;

import dev.holdfast.diagnosis.Search.Sighting;
import dev.holdfast.observation.Body;
import dev.holdfast.observation.Headers;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A response's body, read: the text a person would see and what the signatures found in it.
///
/// @param raw the body in the charset that made sense
/// @param text what of it speaks for the response
/// @param search null when nothing of it does
record Examination(String raw, Text text, @Nullable Search search) {

    /// Reads a body in every charset it may be in, until one makes sense.
    static Examination of(Signatures signatures, int status, Headers headers, Body body) {
        var contentType = headers.first("content-type").orElse(null);
        var readings = Decoding.readings(body.bytes(), contentType);
        var first = examine(signatures, status, contentType, readings.getFirst());
        if (readings.size() == 1 || first.sighting().isPresent()) {
            return first;
        }
        return readings.stream()
                .skip(1)
                .map(reading -> examine(signatures, status, contentType, reading))
                .filter(examination -> examination.sighting().isPresent())
                .findFirst()
                .orElse(first);
    }

    private static Examination examine(Signatures signatures, int status, @Nullable String contentType, String raw) {
        var said = status >= 500 ? raw : Statement.of(status, contentType, raw);
        if (said == null) {
            return new Examination(raw, Text.EMPTY, null);
        }
        var text = Text.of(said, contentType);
        return new Examination(raw, text, signatures.search(text));
    }

    /// What was found to be wrong. Below 500 a program's own fault is no cause: the status says that it is none.
    Optional<Sighting> sighting() {
        return Optional.ofNullable(search).flatMap(Search::winner);
    }

    List<Tried> tried() {
        return search == null ? List.of() : search.tried();
    }
}
