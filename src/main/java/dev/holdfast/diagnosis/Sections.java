package dev.holdfast.diagnosis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The format of the data files: a section's name at the margin, `key: value` lines indented below it, `#` for
/// remarks. A key may be repeated.
final class Sections {
    private Sections() {}

    /// One section.
    record Section(String name, Map<String, List<String>> keys) {

        List<String> all(String key) {
            return keys.getOrDefault(key, List.of());
        }

        /// The values of `key` and of `key-xx`, for every language.
        List<String> inEveryLanguage(String key) {
            return keys.entrySet().stream()
                    .filter(entry ->
                            entry.getKey().equals(key) || entry.getKey().startsWith(key + "-"))
                    .flatMap(entry -> entry.getValue().stream())
                    .toList();
        }

        Optional<String> maybe(String key) {
            return all(key).stream().findFirst();
        }

        String one(String key) {
            return maybe(key).orElseThrow(() -> new IllegalStateException(name + " has no line with " + key));
        }
    }

    /// The sections of the resource `name` beside this class, in order.
    static List<Section> read(String name) {
        var stream = Objects.requireNonNull(Sections.class.getResourceAsStream(name), name);
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return read(reader.lines().toList());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<Section> read(List<String> lines) {
        var sections = new ArrayList<Section>();
        for (var line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith(" ")) {
                add(sections, line.strip());
            } else {
                sections.add(new Section(line.strip(), new LinkedHashMap<>()));
            }
        }
        return sections;
    }

    private static void add(List<Section> sections, String line) {
        int colon = line.indexOf(": ");
        if (sections.isEmpty() || colon < 0) {
            throw new IllegalStateException("not a line of a section: " + line);
        }
        sections.getLast()
                .keys()
                .computeIfAbsent(line.substring(0, colon), key -> new ArrayList<>())
                .add(line.substring(colon + 1).strip());
    }
}
