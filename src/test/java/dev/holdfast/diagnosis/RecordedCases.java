package dev.holdfast.diagnosis;

import dev.holdfast.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Responses we wrote down, one a line, with what a person says of them: a file for each family of signatures.
final class RecordedCases {
    private static final Path FOLDER = Path.of("src/test/resources/diagnosis");

    private RecordedCases() {}

    /// One response.
    ///
    /// @param signature the signature that has to decide it, null for what none may accuse
    /// @param status 500 when left out
    /// @param why what is special about it, for a person
    record Case(
            @Nullable String signature,
            @Nullable Integer status,
            @Nullable Map<String, String> headers,
            String body,
            Cause cause,
            @Nullable String relation,
            @Nullable Dialect dialect,
            @Nullable String why) {

        Diagnosis diagnose(Diagnostician diagnostician) {
            return diagnostician.diagnose(Pasted.of(
                    Objects.requireNonNullElse(status, 500),
                    Objects.requireNonNullElse(headers, Map.of("content-type", "text/plain")),
                    body));
        }
    }

    /// All of them, with where each stands.
    static Map<String, Case> all() {
        try (var files = Files.list(FOLDER)) {
            var cases = new TreeMap<String, Case>();
            files.filter(file -> file.toString().endsWith(".jsonl")).forEach(file -> read(file, cases));
            return cases;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void read(Path file, Map<String, Case> cases) {
        List<String> lines;
        try (Stream<String> all = Files.lines(file)) {
            lines = all.toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                cases.put(file.getFileName() + ":%04d".formatted(i + 1), Json.read(lines.get(i), Case.class));
            }
        }
    }
}
