package dev.holdfast.config;

import dev.holdfast.config.Tree.Mapping;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// A mapping of declared keys that becomes one record.
final class Section<T> implements Shape<T> {
    private final String title;
    private final Keys keys;
    private final Function<Given, T> maker;

    private Section(String title, Keys keys, Function<Given, T> maker) {
        this.title = title;
        this.keys = keys;
        this.maker = maker;
    }

    /// A section of the keys that `declaration` declares; it returns how their values become the record. That may
    /// refuse them with an [IllegalArgumentException] whose message can be shown.
    ///
    /// @param title what it is, for people
    static <T> Section<T> of(String title, Function<Keys, Function<Given, T>> declaration) {
        var keys = new Keys();
        return new Section<>(title, keys, declaration.apply(keys));
    }

    String title() {
        return title;
    }

    Keys keys() {
        return keys;
    }

    /// The same keys without some, none required and none with a usual value, to be checked only.
    Section<Given> open(String name, Collection<String> without) {
        return new Section<>(name, keys.open(without), given -> given);
    }

    @Override
    public Optional<T> read(Tree tree, Problems problems) {
        if (tree instanceof Mapping mapping) {
            return read(mapping, problems);
        }
        if (!tree.isBroken()) {
            problems.add(tree.place(), "must be a mapping of keys", known());
        }
        return Optional.empty();
    }

    private Optional<T> read(Mapping mapping, Problems problems) {
        boolean fine = new KeyCheck(keys, mapping, problems).passes();
        var given = new Given();
        for (var key : keys.all()) {
            fine &= key.read(mapping, given, problems);
        }
        return fine && keys.hold(given, mapping, problems) ? made(given, mapping, problems) : Optional.empty();
    }

    private Optional<T> made(Given given, Mapping mapping, Problems problems) {
        try {
            return Optional.of(maker.apply(given));
        } catch (IllegalArgumentException refused) {
            problems.add(mapping.place(), String.valueOf(refused.getMessage()), "");
            return Optional.empty();
        }
    }

    private String known() {
        return "known here: "
                + String.join(", ", keys.all().stream().map(Key::name).toList());
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.section(title, keys);
    }

    @Override
    public String words() {
        return title;
    }

    @Override
    public Tree show(Tree tree) {
        if (!(tree instanceof Mapping mapping)) {
            return tree;
        }
        var shown = new LinkedHashMap<String, Tree>();
        keys.all().stream()
                .filter(key -> !keys.excluded(key.name(), mapping))
                .forEach(key -> key.show(mapping).ifPresent(value -> shown.put(key.name(), value)));
        return mapping.with(shown);
    }

    @Override
    public Stream<Section<?>> sections() {
        return Stream.concat(
                Stream.of(this), keys.all().stream().flatMap(key -> key.shape().sections()));
    }
}
