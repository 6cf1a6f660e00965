package dev.holdfast.config;

import dev.holdfast.config.Tree.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The files a configuration is made of: one, or those of a folder that end in `.yml` or `.yaml`, in their order.
final class Sources {
    private final Path start;
    private final Problems problems;

    Sources(Path start, Problems problems) {
        this.start = start;
        this.problems = problems;
    }

    /// The keys of every file that can be read; what cannot be is told.
    List<Mapping> read(YamlReader reader) {
        var mappings = new ArrayList<Mapping>();
        for (var file : files()) {
            switch (TextFile.read(file)) {
                case TextFile.Text(var text) ->
                    reader.read(file.toString(), text).ifPresent(mappings::add);
                case TextFile.Unreadable(var reason, var line) ->
                    problems.add(new Place(file.toString(), line, ""), reason, remedy(reason));
            }
        }
        return mappings;
    }

    private static String remedy(String reason) {
        return reason.contains("UTF-8") ? "save it as UTF-8" : "name another with -c";
    }

    private List<Path> files() {
        try {
            var files = files(start);
            if (files.isEmpty()) {
                problems.add(at(start), "has no file that ends in .yml or .yaml", "write one, or name another with -c");
            }
            return files;
        } catch (IOException broken) {
            problems.add(at(start), "cannot be read (" + broken.getMessage() + ")", "");
            return List.of();
        }
    }

    private static Place at(Path file) {
        return new Place(file.toString(), 0, "");
    }

    /// The files that belong to `start`, be they readable or not.
    static List<Path> files(Path start) throws IOException {
        if (!Files.isDirectory(start)) {
            return List.of(start);
        }
        try (var entries = Files.list(start)) {
            return entries.filter(Sources::isOne).sorted().toList();
        }
    }

    /// Hidden files are those of editors at work, and what a mounted ConfigMap points to.
    private static boolean isOne(Path entry) {
        var name = Optional.ofNullable(entry.getFileName()).map(Path::toString).orElse("");
        return !name.startsWith(".") && (name.endsWith(".yml") || name.endsWith(".yaml")) && !Files.isDirectory(entry);
    }
}
