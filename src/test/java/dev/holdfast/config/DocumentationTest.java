package dev.holdfast.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What the documents say of configuration is so: the reference comes from the declarations, and every example loads.
class DocumentationTest {
    private static final Path REFERENCE = Path.of("docs/configuration.md");
    private static final String FROM_HERE =
            "<!-- from the declarations; mvn test -Dtest=DocumentationTest -Dholdfast.write -->";
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private static Path folder;

    @Test
    void theReferenceListsEveryKey() throws IOException {
        var written = Files.readString(REFERENCE);
        var head = written.substring(0, written.indexOf(FROM_HERE) + FROM_HERE.length());
        var expected = head + "\n\n" + reference();
        if (System.getProperty("holdfast.write") != null) {
            Files.writeString(REFERENCE, expected);
        } else {
            assertThat(written).isEqualTo(expected);
        }
    }

    @Test
    void theShippedConfigurationLoads() {
        assertThat(load(Path.of("config/holdfast.yml"))).isInstanceOf(Loaded.Good.class);
    }

    @TestFactory
    Stream<DynamicTest> everyExampleLoads() throws IOException {
        return Stream.of("README.md", "docs/configuration.md").flatMap(DocumentationTest::examples);
    }

    private static Stream<DynamicTest> examples(String document) {
        try {
            return EXAMPLE.matcher(Files.readString(Path.of(document)))
                    .results()
                    .map(example -> DynamicTest.dynamicTest(document, () -> loads(example.group(1))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void loads(String yaml) throws IOException {
        var file = Files.writeString(folder.resolve("example.yml"), yaml);
        assertThat(load(file)).isInstanceOf(Loaded.Good.class);
    }

    private static Loaded load(Path file) {
        return Config.load(file, Environment.of(Map.of()));
    }

    private static String reference() {
        return FileShape.of(Names.NONE)
                .sections()
                .collect(Collectors.toMap(
                        Section::title, section -> section, (first, again) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .map(DocumentationTest::table)
                .collect(Collectors.joining("\n"));
    }

    private static String table(Section<?> section) {
        return section.keys().all().stream()
                .map(key -> "| `%s` | %s | %s | %s |%n"
                        .formatted(key.name(), cell(key.shape().words()), usual(key), cell(key.doc())))
                .collect(Collectors.joining(
                        "",
                        "### " + section.title() + "\n\n| key | is | default | meaning |\n|---|---|---|---|\n",
                        ""));
    }

    private static String usual(Key<?> key) {
        if (key.required()) {
            return "required";
        }
        return key.usual() == null ? "" : "`" + cell(String.valueOf(Plain.of(key.usual()))) + "`";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replaceAll("\\R", " ");
    }
}
