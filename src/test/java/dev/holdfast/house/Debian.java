package dev.holdfast.house;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/// Programs of Debian's that tests run for real.
public final class Debian {
    private Debian() {}

    /// The program of `name`'s package at `path`. Where it is missing the test is skipped with a line that says
    /// what to install; in continuous integration nothing may be skipped.
    public static Path program(String name, String path) {
        var program = Path.of(path);
        if (Files.isExecutable(program)) {
            return program;
        }
        var missing = "the Debian package " + name + " is not installed: apt-get install " + name;
        return System.getenv("CI") == null ? abort(missing) : fail(missing);
    }
}
