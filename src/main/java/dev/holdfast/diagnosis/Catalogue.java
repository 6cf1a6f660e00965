package dev.holdfast.diagnosis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The built-in signatures, as they stand in the `.signatures` files beside this class.
final class Catalogue {
    private static final List<String> FAMILIES = List.of("postgresql", "mysql", "sqlite");

    private Catalogue() {}

    /// Every signature, in the order of the families and of each file.
    static List<Signature> signatures() {
        return FAMILIES.stream().flatMap(Catalogue::family).toList();
    }

    private static Stream<Signature> family(String family) {
        return Sections.read(lines(family + ".signatures")).entrySet().stream()
                .map(section -> signature(section.getKey(), section.getValue()));
    }

    private static Signature signature(String name, Map<String, List<String>> keys) {
        var says = new ArrayList<String>();
        keys.forEach((key, values) -> {
            if (key.startsWith("says")) {
                says.addAll(values);
            }
        });
        return new Signature(
                name,
                Cause.valueOf(one(name, keys, "cause").toUpperCase(Locale.ROOT)),
                keys.containsKey("dialect")
                        ? Dialect.valueOf(one(name, keys, "dialect").toUpperCase(Locale.ROOT))
                        : null,
                one(name, keys, "about"),
                keys.containsKey("weight")
                        ? Signature.Weight.valueOf(one(name, keys, "weight").toUpperCase(Locale.ROOT))
                        : Signature.Weight.SENTENCE,
                says,
                keys.getOrDefault("unless", List.of()));
    }

    private static String one(String name, Map<String, List<String>> keys, String key) {
        var values = keys.getOrDefault(key, List.of());
        if (values.size() != 1) {
            throw new IllegalStateException(name + ": one line with " + key + " is needed");
        }
        return values.getFirst();
    }

    private static List<String> lines(String resource) {
        var stream = Objects.requireNonNull(Catalogue.class.getResourceAsStream(resource), resource);
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// The format of the files: a section's name at the margin, `key: value` lines indented below it, `#` for remarks.
    static final class Sections {
        private Sections() {}

        static Map<String, Map<String, List<String>>> read(List<String> lines) {
            var sections = new LinkedHashMap<String, Map<String, List<String>>>();
            Map<String, List<String>> section = Map.of();
            for (var line : lines) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                if (line.startsWith(" ")) {
                    add(section, line.strip());
                } else {
                    section = new LinkedHashMap<>();
                    sections.put(line.strip(), section);
                }
            }
            return sections;
        }

        private static void add(Map<String, List<String>> section, String line) {
            var parts = line.split(":\\s+", 2);
            section.computeIfAbsent(parts[0], key -> new ArrayList<>()).add(parts[1]);
        }
    }
}
