package dev.holdfast.config;

import dev.holdfast.config.Tree.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A section of several kinds, which the keys that are given tell apart.
final class ByKey<T> implements Shape<T> {
    private final String words;
    private final Complaint none;
    private final List<Kind<T>> kinds = new ArrayList<>();

    private record Kind<T>(String key, Section<? extends T> section) {
        boolean has(String other) {
            return section.keys().named(other) != null;
        }
    }

    /// @param none what is told when it is of no kind
    ByKey(String words, Complaint none) {
        this.words = words;
        this.none = none;
    }

    /// One more kind: what has `key`, and is of none of the kinds before.
    ByKey<T> kind(String key, Section<? extends T> section) {
        kinds.add(new Kind<>(key, section));
        return this;
    }

    @Override
    public Optional<T> read(Tree tree, Problems problems) {
        if (tree instanceof Mapping mapping) {
            var kind = kind(mapping);
            problems.none(mapping.place(), kind.isPresent() ? Optional.empty() : Optional.of(none));
            return kind.flatMap(some -> read(some, mapping, problems));
        }
        if (!tree.isBroken()) {
            problems.add(tree.place(), "must be a mapping of keys", "write " + words);
        }
        return Optional.empty();
    }

    private Optional<T> read(Kind<T> kind, Mapping mapping, Problems problems) {
        var own = own(kind, mapping, problems);
        var value = kind.section().read(own, problems);
        return own.equals(mapping) ? value.map(some -> some) : Optional.empty();
    }

    private Optional<Kind<T>> kind(Mapping mapping) {
        return kinds.stream().filter(kind -> mapping.get(kind.key()) != null).findFirst();
    }

    /// `mapping` without what only another kind has, which is told.
    private Mapping own(Kind<T> kind, Mapping mapping, Problems problems) {
        var own = new LinkedHashMap<>(mapping.members());
        mapping.members().forEach((key, value) -> {
            if (!kind.has(key) && kinds.stream().anyMatch(other -> other.has(key))) {
                problems.add(value.place(), "cannot stand beside \"" + kind.key() + "\"", "take one of them out");
                own.remove(key);
            }
        });
        return mapping.with(own);
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of(
                "anyOf", kinds.stream().map(kind -> kind.section().schema()).toList());
    }

    @Override
    public String words() {
        return words;
    }

    @Override
    public Tree show(Tree tree) {
        return tree instanceof Mapping mapping
                ? kind(mapping).map(kind -> kind.section().show(mapping)).orElse(mapping)
                : tree;
    }

    @Override
    public Stream<Section<?>> sections() {
        return kinds.stream().flatMap(kind -> kind.section().sections());
    }
}
