package dev.holdfast.diagnosis;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.holdfast.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// Responses that were found in the wild, with what a person says of them. They are not part of this project: where
/// they are not at hand, what needs them is skipped.
final class Corpus {
    private static final Path USUAL = Path.of("../shared/corpus");

    private Corpus() {}

    /// What a person says.
    record Expected(
            Cause cause,
            @Nullable String relation,
            @Nullable Dialect dialect) {}

    /// One response.
    ///
    /// @param source where it was found; responses of one source are alike
    record Line(
            String id,
            int status,
            @Nullable Map<String, String> headers,
            String body,
            Expected expected,
            String source) {

        Pasted response() {
            return Pasted.of(status, Objects.requireNonNullElse(headers, Map.of()), body);
        }

        /// Which half it belongs to. Lines of one source are together, so that neither half has seen the other's.
        boolean isInFirstHalf() {
            var sum = new CRC32();
            sum.update(source.getBytes(StandardCharsets.UTF_8));
            return sum.getValue() % 2 == 0;
        }
    }

    /// All lines. Skips the test that asks when there are none.
    static List<Line> lines() {
        var folder = folder();
        assumeTrue(
                Files.isDirectory(folder),
                "needs the responses in " + folder + ": name their folder with -Dholdfast.corpus or HOLDFAST_CORPUS");
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Path folder() {
        var named = System.getProperty("holdfast.corpus", System.getenv("HOLDFAST_CORPUS"));
        return named == null ? USUAL : Path.of(named);
    }

    private static List<Line> read(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.map(line -> Json.read(line, Line.class)).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
