package dev.holdfast.cli;

import dev.holdfast.diagnosis.Cause;
import dev.holdfast.diagnosis.Diagnosis;
import dev.holdfast.diagnosis.Diagnostician;
import dev.holdfast.diagnosis.Dialect;
import dev.holdfast.diagnosis.Outcome;
import dev.holdfast.diagnosis.Pasted;
import dev.holdfast.wire.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
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
                        + " JSON; prints a line of JSON for each.")
final class ClassifyCommand implements Callable<Integer> {
    /// More than is kept of any response.
    private static final int LARGEST_PASTE = 1 << 20;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "What to read; standard input when left out.")
    private @Nullable Path file;

    @Option(
            names = "--format",
            description = "What is read: curl (one response as curl -i prints it) or jsonl (lines of"
                    + " {\"id\",\"status\",\"headers\",\"body\"}). Default: curl.")
    private Input format = Input.CURL;

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
        try (var in = file == null ? System.in : Files.newInputStream(file)) {
            return switch (format) {
                case CURL -> pasted(in);
                case JSONL -> lines(in);
            };
        } catch (NoSuchFileException missing) {
            throw Refusal.usage("There is no file " + missing.getMessage());
        }
    }

    private int pasted(InputStream in) throws IOException {
        var text = new String(in.readNBytes(LARGEST_PASTE), StandardCharsets.UTF_8);
        if (text.isBlank()) {
            throw Refusal.usage(
                    "Nothing to classify: give a file, or pipe a response in: curl -si URL | holdfast classify");
        }
        print(Classified.of(null, Diagnostician.standard().diagnose(Pasted.curl(text))));
        return Exit.OK;
    }

    /// One line at a time, so that a file may be of any length. A line that cannot be read is told, and the rest
    /// goes on.
    private int lines(InputStream in) throws IOException {
        int exitCode = Exit.OK;
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        int number = 0;
        for (var text = reader.readLine(); text != null; text = reader.readLine()) {
            number++;
            if (!text.isBlank() && !line(text, number)) {
                exitCode = Exit.USAGE;
            }
        }
        return exitCode;
    }

    private boolean line(String text, int number) {
        try {
            var line = Json.read(text, Line.class);
            print(Classified.of(line.id(), Diagnostician.standard().diagnose(line.response())));
            return true;
        } catch (RuntimeException notALine) {
            var err = spec.commandLine().getErr();
            err.println("line " + number + " is not {\"id\",\"status\",\"headers\":{},\"body\"}; it is left out");
            err.flush();
            return false;
        }
    }

    private void print(Classified answer) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(Json.write(answer));
        out.flush();
    }
}
