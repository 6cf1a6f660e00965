package dev.holdfast.cli;

import dev.holdfast.config.Config;
import dev.holdfast.config.Environment;
import dev.holdfast.config.Loaded;
import dev.holdfast.config.Problem;
import dev.holdfast.config.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a command is about: a configuration, some monitors of it, or URLs.
final class Wanted {
    static final Path USUAL = Path.of("config/holdfast.yml");

    private Wanted() {}

    /// The configuration in `file`.
    ///
    /// @throws Refusal with every problem at once when it cannot be used
    static Settings settings(@Nullable Path file) {
        return good(file == null ? USUAL : file).settings();
    }

    /// The configuration in `file`, with what is to be said about it.
    static Loaded.Good good(Path file) {
        return good(Config.load(file, Environment.system()));
    }

    /// The configuration in `file` with the monitors that `wanted` names, or one that consists of URLs.
    static Settings settings(List<String> wanted, @Nullable Path file) {
        var urls = wanted.stream().filter(word -> word.contains("://")).toList();
        if (urls.isEmpty()) {
            return named(settings(file), wanted);
        }
        if (urls.size() < wanted.size()) {
            throw Refusal.usage("Give either names of monitors or URLs, not both.");
        }
        var settings = accepted(Config.ofUrls(urls));
        return file == null ? settings : settings.knowing(settings(file).signatures());
    }

    static Settings accepted(Loaded loaded) {
        return good(loaded).settings();
    }

    private static Loaded.Good good(Loaded loaded) {
        return switch (loaded) {
            case Loaded.Good good -> good;
            case Loaded.Bad bad -> throw Refusal.usage(lines(bad.problems()));
        };
    }

    private static String lines(List<Problem> problems) {
        return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }

    private static Settings named(Settings settings, List<String> names) {
        if (names.isEmpty()) {
            return settings;
        }
        var known =
                settings.monitors().stream().map(monitor -> monitor.id().name()).toList();
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw Refusal.usage("There is no monitor \"" + name + "\". The monitors are: " + String.join(", ", known));
        });
        return settings.watching(settings.monitors().stream()
                .filter(monitor -> names.contains(monitor.id().name()))
                .toList());
    }
}
