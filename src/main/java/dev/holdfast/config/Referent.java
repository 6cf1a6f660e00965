package dev.holdfast.config;

import dev.holdfast.config.Tree.Mapping;
import dev.holdfast.config.Tree.Scalar;
import dev.holdfast.config.Tree.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A monitor as others can refer to it, before anything about it is checked.
///
/// @param group empty text when it belongs to none
/// @param dependsOn the names of the monitors it cannot work without
record Referent(Scalar name, Scalar group, List<Scalar> dependsOn) {
    Referent {
        dependsOn = List.copyOf(dependsOn);
    }

    /// Those of `file` that have a name.
    static List<Referent> in(Mapping file) {
        return file.get("monitors") instanceof Sequence monitors
                ? monitors.items().stream()
                        .flatMap(monitor -> of(monitor).stream())
                        .toList()
                : List.of();
    }

    private static Optional<Referent> of(Tree monitor) {
        if (!(monitor instanceof Mapping mapping)) {
            return Optional.empty();
        }
        var group = texts(mapping, "group").findFirst().orElseGet(() -> Scalar.text(""));
        return texts(mapping, "name")
                .findFirst()
                .map(name ->
                        new Referent(name, group, texts(mapping, "depends_on").toList()));
    }

    /// The one or more texts of a key.
    private static Stream<Scalar> texts(Mapping monitor, String key) {
        var found = monitor.get(key) instanceof Sequence several
                ? several.items().stream()
                : Stream.ofNullable(monitor.get(key));
        return found.filter(Scalar.class::isInstance).map(Scalar.class::cast).filter(text -> !text.isBroken());
    }
}
