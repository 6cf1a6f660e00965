package dev.holdfast.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The sources are formatted. `mvn test -Dtest=FormatTest -Dholdfast.write` formats them.
///
/// A test and not a build plugin: the plugins parse with the JDK that runs Maven, which may be older than the sources.
class FormatTest {
    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    @Test
    void everySourceIsFormatted() throws Exception {
        var untidy = new ArrayList<Path>();
        for (var root : new String[] {"src/main/java", "src/test/java"}) {
            try (var files = Files.walk(Path.of(root))) {
                for (var file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    if (isUntidy(file)) {
                        untidy.add(file);
                    }
                }
            }
        }
        assertThat(untidy)
                .as("format with: mvn test -Dtest=FormatTest -Dholdfast.write")
                .isEmpty();
    }

    private static boolean isUntidy(Path file) throws IOException, FormatterException {
        var source = Files.readString(file);
        var tidy = FORMATTER.formatSource(ImportOrderer.reorderImports(
                RemoveUnusedImports.removeUnusedImports(source), JavaFormatterOptions.Style.PALANTIR));
        // The formatter breaks a `///` line that it finds too long into something that is no comment.
        assertThat(comments(tidy)).as(file + ": shorten the comments").isEqualTo(comments(source));
        if (System.getProperty("holdfast.write") != null) {
            Files.writeString(file, tidy);
            return false;
        }
        return !tidy.equals(source);
    }

    private static List<String> comments(String source) {
        return source.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("///"))
                .toList();
    }
}
