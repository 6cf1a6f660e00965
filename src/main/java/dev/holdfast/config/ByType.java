package dev.holdfast.config;

import dev.holdfast.config.Tree.Mapping;
import dev.holdfast.config.Tree.Scalar;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A section of several kinds, which its key `type` tells apart.
final class ByType<T> implements Shape<T> {
    private static final String TYPE = "type";

    private final String words;
    private final SequencedMap<String, Section<? extends T>> kinds = new LinkedHashMap<>();
    private final SequencedSet<String> later = new LinkedHashSet<>();

    ByType(String words) {
        this.words = words;
    }

    /// One more kind.
    ByType<T> kind(String type, Section<? extends T> section) {
        kinds.put(type, section);
        return this;
    }

    /// Kinds that are planned: refused, but not as if they were misspelt.
    ByType<T> later(String... types) {
        later.addAll(List.of(types));
        return this;
    }

    @Override
    public Optional<T> read(Tree tree, Problems problems) {
        if (tree instanceof Mapping mapping) {
            var section = section(mapping, problems);
            return section == null
                    ? Optional.empty()
                    : section.read(rest(mapping), problems).map(value -> value);
        }
        if (!tree.isBroken()) {
            problems.add(tree.place(), "must be a mapping with a type", "write type: and one of " + types());
        }
        return Optional.empty();
    }

    private @Nullable Section<? extends T> section(Mapping mapping, Problems problems) {
        if (mapping.get(TYPE) instanceof Scalar type) {
            if (!kinds.containsKey(type.text()) && !type.isBroken()) {
                problems.add(type.place(), complaint(type));
            }
            return kinds.get(type.text());
        }
        problems.add(mapping.place().key(TYPE), "is required", "write one of " + types());
        return null;
    }

    private Complaint complaint(Scalar type) {
        return later.contains(type.text())
                ? new Complaint(
                        "\"" + type.shown() + "\" is known, but not available in this version yet", "use " + types())
                : new Complaint("\"" + type.shown() + "\" is no type", Nearest.remedy(type.text(), kinds.keySet()));
    }

    private String types() {
        return String.join(", ", kinds.keySet());
    }

    private static Mapping rest(Mapping mapping) {
        var rest = new LinkedHashMap<>(mapping.members());
        rest.remove(TYPE);
        return mapping.with(rest);
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of(
                "type", "object",
                "required", List.of(TYPE),
                "oneOf",
                        kinds.entrySet().stream()
                                .map(kind -> Schemas.tagged(kind.getValue().schema(), TYPE, kind.getKey()))
                                .toList());
    }

    @Override
    public String words() {
        return words;
    }

    @Override
    public Tree show(Tree tree) {
        if (!(tree instanceof Mapping mapping && mapping.get(TYPE) instanceof Scalar type)) {
            return tree;
        }
        var section = kinds.get(type.text());
        var shown = new LinkedHashMap<String, Tree>();
        shown.put(TYPE, type);
        if (section != null && section.show(rest(mapping)) instanceof Mapping rest) {
            shown.putAll(rest.members());
        }
        return mapping.with(shown);
    }

    @Override
    public Stream<Section<?>> sections() {
        return kinds.values().stream().flatMap(Shape::sections);
    }
}
