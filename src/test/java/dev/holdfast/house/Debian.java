package dev.holdfast.house;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// The real programs that tests play with, as Debian packages them.
public final class Debian {
    private static final boolean CI = "true".equals(System.getenv("CI"));

    private Debian() {}

    /// The program `name` of `debianPackage`.
    ///
    /// Where it is missing the test is skipped and says what to install; where all is checked (`CI=true`) it fails.
    public static String program(String name, String debianPackage) {
        var program = Path.of("/usr/bin", name);
        var installed = Files.isExecutable(program);
        var missing = "needs " + program + ": install the Debian package " + debianPackage;
        if (CI && !installed) {
            throw new AssertionError(missing);
        }
        assumeTrue(installed, missing);
        return program.toString();
    }
}
