package dev.holdfast.config;

import dev.holdfast.config.Tree.Mapping;
import dev.holdfast.config.Tree.Scalar;
import dev.holdfast.config.Tree.Sequence;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Something that may be written in short as one value or at length as a mapping, and perhaps as a list.
///
/// @param list null when there may be no list
record Forms<T>(Shape<T> value, Shape<T> mapping, @Nullable Shape<T> list, String words) implements Shape<T> {

    @Override
    public Optional<T> read(Tree tree, Problems problems) {
        var form = form(tree);
        if (form == null) {
            problems.add(tree.place(), "must be " + words, "");
            return Optional.empty();
        }
        return form.read(tree, problems);
    }

    private @Nullable Shape<T> form(Tree tree) {
        return switch (tree) {
            case Scalar _ -> value;
            case Mapping _ -> mapping;
            case Sequence _ -> list;
        };
    }

    @Override
    public Map<String, Object> schema() {
        return list == null
                ? Schemas.anyOf(value.schema(), mapping.schema())
                : Schemas.anyOf(value.schema(), mapping.schema(), list.schema());
    }

    @Override
    public Tree show(Tree tree) {
        var form = form(tree);
        return form == null ? tree : form.show(tree);
    }

    @Override
    public Stream<Section<?>> sections() {
        return mapping.sections();
    }
}
