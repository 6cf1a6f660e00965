package dev.holdfast.config;

import dev.holdfast.config.Tree.Mapping;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One key of a section.
///
/// @param required whether it has to be given
/// @param usual what is taken when it is not given, null for nothing
/// @param doc what it means, in one line
record Key<V>(
        String name,
        Shape<V> shape,
        boolean required,
        @Nullable Tree usual,
        String doc) {

    /// Puts the value of this key among `given`. False when there is a problem with it, which is told.
    boolean read(Mapping section, Given given, Problems problems) {
        var tree = section.get(name);
        if (tree == null) {
            tree = usual;
        }
        if (tree == null) {
            return !required;
        }
        var value = shape.read(tree, problems);
        value.ifPresent(some -> given.put(this, some));
        return value.isPresent();
    }

    boolean isMissingIn(Mapping section) {
        return required && section.get(name) == null;
    }

    Map<String, Object> schema() {
        var schema = required ? shape.schema() : Schemas.orNull(shape.schema());
        return Schemas.described(schema, doc, usual);
    }

    /// What `section` has for this key in effect; empty when nothing.
    Optional<Tree> show(Mapping section) {
        var tree = section.get(name);
        return Optional.ofNullable(tree == null ? usual : tree).map(shape::show);
    }

    /// The same key where nothing has to be given and nothing is taken instead.
    Key<V> open() {
        return new Key<>(name, shape, false, null, doc);
    }
}
