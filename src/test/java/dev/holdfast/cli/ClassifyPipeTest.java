package dev.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lines through a pipe, into a process that has little memory.
class ClassifyPipeTest {
    private static final int LINES = 200_000;
    private static final String LINE =
            "{\"id\":\"%d\",\"status\":500,\"body\":\"relation \\\"ledger_%d\\\" does not exist\"}%n";

    @TempDir
    private Path folder;

    @Test
    void anyNumberOfLinesAndAnyLengthNeedNoMoreMemory() throws Exception {
        var err = folder.resolve("err");
        var process = classify(err);
        var written = CompletableFuture.runAsync(() -> write(process.getOutputStream()));
        long classified;
        try (var out = process.inputReader(StandardCharsets.UTF_8)) {
            classified = out.lines()
                    .filter(line -> line.contains("\"cause\":\"relation_missing\""))
                    .count();
        }
        written.join();

        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(Files.readString(err)).contains("line " + (LINES / 2 + 1) + " is longer than");
        assertThat(classified).isEqualTo(LINES);
    }

    @Test
    void whoWaitsForAnAnswerGetsIt() throws Exception {
        var process = classify(folder.resolve("err"));
        try (var in = process.outputWriter(StandardCharsets.UTF_8);
                var out = process.inputReader(StandardCharsets.UTF_8)) {
            in.write(LINE.formatted(1, 1));
            in.flush();

            assertThat(out.readLine()).contains("\"id\":\"1\"", "\"relation\":\"ledger_1\"");
        }
        assertThat(process.waitFor()).isZero();
    }

    private static Process classify(Path err) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.holdfast.Main",
                        "classify",
                        "--format",
                        "jsonl")
                .redirectError(err.toFile())
                .start();
    }

    /// In the middle a line of 256 million characters.
    private static void write(OutputStream to) {
        try (var out = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8))) {
            lines(out, 0, LINES / 2);
            var part = "x".repeat(1 << 20);
            for (int i = 0; i < 1 << 8; i++) {
                out.write(part);
            }
            out.write("\n");
            lines(out, LINES / 2, LINES);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void lines(Writer out, int from, int until) throws IOException {
        for (int i = from; i < until; i++) {
            out.write(LINE.formatted(i, i));
        }
    }
}
