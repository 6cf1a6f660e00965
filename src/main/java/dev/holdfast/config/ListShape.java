package dev.holdfast.config;

import dev.holdfast.config.Tree.Sequence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A list.
///
/// @param alone whether one item may stand for a list of one
record ListShape<T>(Shape<T> item, boolean alone, String words) implements Shape<List<T>> {

    static <T> ListShape<T> of(Shape<T> item, String words) {
        return new ListShape<>(item, false, words);
    }

    static <T> ListShape<T> oneOrMore(Shape<T> item, String words) {
        return new ListShape<>(item, true, words);
    }

    @Override
    public Optional<List<T>> read(Tree tree, Problems problems) {
        return switch (tree) {
            case Sequence sequence -> all(sequence, problems);
            case Tree broken when broken.isBroken() -> Optional.empty();
            case Tree other when alone -> item.read(other, problems).map(List::of);
            case Tree other -> {
                problems.add(other.place(), "must be a list", "");
                yield Optional.empty();
            }
        };
    }

    private Optional<List<T>> all(Sequence sequence, Problems problems) {
        var items = sequence.items().stream()
                .flatMap(one -> item.read(one, problems).stream())
                .toList();
        return items.size() == sequence.items().size() ? Optional.of(items) : Optional.empty();
    }

    @Override
    public Map<String, Object> schema() {
        var list = Map.of("type", "array", "items", item.schema());
        return alone ? Schemas.anyOf(item.schema(), list) : list;
    }

    @Override
    public Tree show(Tree tree) {
        return tree instanceof Sequence sequence
                ? new Sequence(sequence.items().stream().map(item::show).toList(), sequence.place())
                : item.show(tree);
    }

    @Override
    public Stream<Section<?>> sections() {
        return item.sections();
    }
}
