package dev.holdfast.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each bad configuration beside the exact problems it has. `-Dholdfast.write` writes them anew.
class BadConfigTest {
    private static final Path BAD = Path.of("src/test/resources/config/bad");
    private static final String SECRET = "hush/hush#hush hush";
    private static final Environment ENVIRONMENT = Environment.of(Map.of("SECRET", SECRET, "EMPTY", ""));

    static Stream<Path> configurations() throws Exception {
        try (var entries = Files.list(BAD)) {
            return entries
                    .filter(entry ->
                            Files.isDirectory(entry) || entry.toString().endsWith(".yml"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void everyProblemIsToldWithItsPlaceAndRemedy(Path configuration) throws Exception {
        var golden = Path.of(configuration.toString().replaceFirst("\\.yml$", "") + ".txt");
        var told = told(configuration);
        if (System.getProperty("holdfast.write") != null) {
            Files.writeString(golden, told);
        }

        assertThat(told).doesNotContain("hush").doesNotContain("hunter2").doesNotContain("Exception");
        assertThat(told).isEqualTo(Files.readString(golden));
    }

    @Test
    void aFileThatIsNotThereIsAProblem() {
        assertThat(told(BAD.resolve("nowhere.yml"))).isEqualTo("nowhere.yml: does not exist; name another with -c\n");
    }

    private static String told(Path configuration) {
        return switch (Config.load(configuration, ENVIRONMENT)) {
            case Loaded.Good good -> throw new AssertionError("no problem: " + good.effective());
            case Loaded.Bad bad ->
                bad.problems().stream()
                        .map(problem -> problem + "\n")
                        .collect(Collectors.joining())
                        .replace(BAD + "/", "");
        };
    }
}
