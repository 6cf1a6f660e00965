package dev.holdfast.cli;

import dev.holdfast.diagnosis.Cause;
import dev.holdfast.diagnosis.Diagnosis;
import dev.holdfast.diagnosis.Diagnostician;
import dev.holdfast.diagnosis.Dialect;
import dev.holdfast.diagnosis.Outcome;
import dev.holdfast.diagnosis.Pasted;
import dev.holdfast.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Says why responses failed that somebody else received.
@Command(
        name = "classify",
        mixinStandardHelpOptions = true,
        description =
                "Why did this response fail? Reads what curl -i printed, from a file or standard input, or lines of"
                        + " JSON; prints a line of JSON for each.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:classified", "2:wrong usage, or a line that could not be read"})
final class ClassifyCommand implements Callable<Integer> {
    /// More than is kept of any response.
    private static final int LARGEST_PASTE = 1 << 20;

    /// More than such a response needs, whatever of it is escaped.
    private static final int LONGEST_LINE = 8 << 20;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "What to read; standard input when left out.")
    private @Nullable Path file;

    @Option(
            names = "--format",
            description = "What is read: curl (one response as curl -i prints it) or jsonl (lines of"
                    + " {\"id\",\"status\",\"headers\",\"body\"}). Default: curl.")
    private Input format = Input.CURL;

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "A configuration whose signatures are asked before what is built in.")
    private @Nullable Path config;

    /// What is read.
    enum Input {
        CURL,
        JSONL
    }

    /// One line of input.
    private record Line(
            @Nullable String id,
            @Nullable Integer status,
            @Nullable Map<String, Object> headers,
            @Nullable String body) {

        Pasted response() {
            var named = new HashMap<String, String>();
            Objects.requireNonNullElse(headers, Map.<String, Object>of())
                    .forEach((name, value) -> named.put(name, String.valueOf(value)));
            return Pasted.of(Objects.requireNonNullElse(status, 500), named, Objects.requireNonNullElse(body, ""));
        }
    }

    /// One line of output.
    private record Classified(
            @Nullable String id,
            Outcome outcome,
            Cause cause,
            @Nullable String relation,
            @Nullable Dialect dialect,
            String evidence) {

        static Classified of(@Nullable String id, Diagnosis diagnosis) {
            return new Classified(
                    id,
                    diagnosis.outcome(),
                    diagnosis.cause(),
                    diagnosis.relation(),
                    diagnosis.dialect(),
                    diagnosis.evidence());
        }
    }

    @Override
    public Integer call() throws IOException {
        var diagnostician = config == null
                ? Diagnostician.standard()
                : Diagnostician.with(Wanted.settings(config).signatures());
        try (var in = file == null ? System.in : Files.newInputStream(file)) {
            return switch (format) {
                case CURL -> pasted(in, diagnostician);
                case JSONL -> lines(in, diagnostician);
            };
        } catch (NoSuchFileException missing) {
            throw Refusal.usage("There is no file " + missing.getMessage());
        } finally {
            spec.commandLine().getOut().flush();
        }
    }

    private int pasted(InputStream in, Diagnostician diagnostician) throws IOException {
        var text = new String(in.readNBytes(LARGEST_PASTE), StandardCharsets.UTF_8);
        if (text.isBlank()) {
            throw Refusal.usage(
                    "Nothing to classify: give a file, or pipe a response in: curl -si URL | holdfast classify");
        }
        print(Classified.of(null, diagnostician.diagnose(Pasted.curl(text))));
        return Exit.OK;
    }

    /// One line at a time, so that a file may be of any length. A line that cannot be read is told, and the rest
    /// goes on.
    private int lines(InputStream in, Diagnostician diagnostician) throws IOException {
        int exitCode = Exit.OK;
        var lines = new LineReader(in, LONGEST_LINE, spec.commandLine().getOut()::flush);
        long number = 0;
        for (var line = lines.next(); line != null; line = lines.next()) {
            number++;
            if (line.isTooLong() || !line.text().isBlank()) {
                var read = read(line, number);
                if (read == null) {
                    exitCode = Exit.USAGE;
                } else {
                    print(Classified.of(read.id(), diagnostician.diagnose(read.response())));
                }
            }
        }
        return exitCode;
    }

    /// The response that a line holds, null when it cannot be read, which is told.
    private @Nullable Line read(LineReader.Line line, long number) {
        if (line.isTooLong()) {
            return leftOut(number, "is longer than " + LONGEST_LINE + " characters");
        }
        try {
            return Json.read(line.text(), Line.class);
        } catch (RuntimeException notALine) {
            return leftOut(number, "is not {\"id\",\"status\",\"headers\":{},\"body\"}");
        }
    }

    private @Nullable Line leftOut(long number, String why) {
        var err = spec.commandLine().getErr();
        err.println("line " + number + " " + why + "; it is left out");
        err.flush();
        return null;
    }

    /// Not flushed: of a million lines each would be written by itself.
    private void print(Classified answer) {
        var out = spec.commandLine().getOut();
        out.print(Json.write(answer));
        out.print('\n');
    }
}
