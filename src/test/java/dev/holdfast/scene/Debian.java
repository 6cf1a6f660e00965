package dev.holdfast.scene;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/// Programs that a test needs beside Java.
public final class Debian {
    private Debian() {}

    /// Where `program` of `aPackage` is. Without it the test is skipped and says what to install; where everything has
    /// to run (the environment says `CI=true`) it fails.
    public static Path program(String program, String aPackage) {
        var path = Path.of("/usr/bin", program);
        if (Files.isExecutable(path)) {
            return path;
        }
        var remedy = path + " is missing: apt-get install " + aPackage;
        return "true".equals(System.getenv("CI")) ? fail(remedy) : abort(remedy);
    }
}
