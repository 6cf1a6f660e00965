package dev.holdfast.config;

import dev.holdfast.config.Tree.Mapping;
import dev.holdfast.config.Tree.Sequence;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Writes what stands under `defaults` into every monitor that says nothing else.
///
/// @param keys those of a monitor that may stand under `defaults`
record Defaults(Keys keys) {
    private static final String DEFAULTS = "defaults";
    private static final String MONITORS = "monitors";

    /// What is added to, name by name; every other key of a monitor replaces the default whole.
    private static final Set<String> ADDED_TO = Set.of("headers", "labels");

    Mapping applied(Mapping file) {
        if (!(file.get(DEFAULTS) instanceof Mapping defaults && file.get(MONITORS) instanceof Sequence monitors)) {
            return file;
        }
        var items = monitors.items().stream()
                .map(monitor -> monitor instanceof Mapping mapping ? filled(mapping, defaults) : monitor)
                .toList();
        var applied = new LinkedHashMap<>(file.members());
        applied.put(MONITORS, new Sequence(items, monitors.place()));
        return file.with(applied);
    }

    private Tree filled(Mapping monitor, Mapping defaults) {
        var filled = new LinkedHashMap<>(monitor.members());
        defaults.members().forEach((name, usual) -> {
            if (keys.named(name) != null && !keys.excluded(name, monitor)) {
                filled.merge(name, usual, (own, shared) -> ADDED_TO.contains(name) ? added(own, shared) : own);
            }
        });
        return monitor.with(filled);
    }

    private static Tree added(Tree own, Tree shared) {
        if (!(own instanceof Mapping mine && shared instanceof Mapping theirs)) {
            return own;
        }
        var names = mine.members().keySet().stream().map(Defaults::folded).collect(Collectors.toSet());
        var added = new LinkedHashMap<String, Tree>();
        theirs.members().forEach((name, value) -> {
            if (!names.contains(folded(name))) {
                added.put(name, value);
            }
        });
        added.putAll(mine.members());
        return mine.with(added);
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
