package dev.holdfast.config;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// One declaration of what may stand somewhere: it reads it, describes it as JSON Schema and in words, and shows it
/// without its secrets, so that none of these can say otherwise than the others.
interface Shape<T> {

    /// The value of `tree`; empty when something is wrong with it, which is told to `problems`.
    Optional<T> read(Tree tree, Problems problems);

    /// What may stand here, as JSON Schema of draft 2020-12.
    Map<String, Object> schema();

    /// What may stand here in words, such as `a duration`.
    String words();

    /// `tree`, which can be read, with what is taken when nothing is given, and secrets masked.
    default Tree show(Tree tree) {
        return tree;
    }

    /// The sections that may stand here.
    default Stream<Section<?>> sections() {
        return Stream.empty();
    }

    /// The same, turned into something else.
    default <R> Shape<R> as(Function<? super T, ? extends R> turn) {
        return new Derived<>(this, (value, _, _) -> Optional.of(turn.apply(value)));
    }

    /// The same, as far as `check` has nothing against it.
    default Shape<T> where(Function<? super T, Optional<Complaint>> check) {
        return new Derived<>(
                this,
                (value, place, problems) ->
                        problems.none(place, check.apply(value)) ? Optional.of(value) : Optional.empty());
    }
}
