package dev.holdfast.config;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A shape whose value is made from that of another.
record Derived<S, T>(Shape<S> base, Step<S, T> step) implements Shape<T> {

    @FunctionalInterface
    interface Step<S, T> {
        Optional<T> take(S value, Place place, Problems problems);
    }

    @Override
    public Optional<T> read(Tree tree, Problems problems) {
        return base.read(tree, problems).flatMap(value -> step.take(value, tree.place(), problems));
    }

    @Override
    public Map<String, Object> schema() {
        return base.schema();
    }

    @Override
    public String words() {
        return base.words();
    }

    @Override
    public Tree show(Tree tree) {
        return base.show(tree);
    }

    @Override
    public Stream<Section<?>> sections() {
        return base.sections();
    }
}
