package dev.holdfast.config;

import dev.holdfast.config.Tree.Mapping;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// A mapping whose keys are names people choose.
///
/// @param naming what is wrong with a name
record MapShape<T>(Function<String, Optional<Complaint>> naming, Shape<T> value, String words)
        implements Shape<SequencedMap<String, T>> {

    @Override
    public Optional<SequencedMap<String, T>> read(Tree tree, Problems problems) {
        if (tree instanceof Mapping mapping) {
            return read(mapping, problems);
        }
        if (!tree.isBroken()) {
            problems.add(tree.place(), "must be a mapping", "write " + words);
        }
        return Optional.empty();
    }

    private Optional<SequencedMap<String, T>> read(Mapping mapping, Problems problems) {
        var values = new LinkedHashMap<String, T>();
        boolean named = true;
        for (var member : mapping.members().entrySet()) {
            named &= problems.none(member.getValue().place(), naming.apply(member.getKey()));
            value.read(member.getValue(), problems).ifPresent(read -> values.put(member.getKey(), read));
        }
        return named && values.size() == mapping.members().size()
                ? Optional.of(Collections.unmodifiableSequencedMap(values))
                : Optional.empty();
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "object", "additionalProperties", value.schema());
    }

    @Override
    public Tree show(Tree tree) {
        if (!(tree instanceof Mapping mapping)) {
            return tree;
        }
        var shown = new LinkedHashMap<>(mapping.members());
        shown.replaceAll((_, member) -> value.show(member));
        return mapping.with(shown);
    }

    @Override
    public Stream<Section<?>> sections() {
        return value.sections();
    }
}
