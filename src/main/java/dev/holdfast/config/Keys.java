package dev.holdfast.config;

import dev.holdfast.config.Tree.Mapping;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Declares the keys of a section and what has to hold between them.
final class Keys {
    /// Two keys of which at most one may be given.
    record Pair(String one, String other) {}

    /// What has to hold between values; told at `key`.
    private record Rule(String key, Function<Given, Optional<Complaint>> check) {}

    private final SequencedMap<String, Key<?>> keys = new LinkedHashMap<>();
    private final SequencedSet<String> later = new LinkedHashSet<>();
    private final SequencedMap<String, Complaint> never = new LinkedHashMap<>();
    private final List<Pair> exclusive = new ArrayList<>();
    private final List<Pair> together = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private boolean one;

    /// A key that has to be given.
    <V> Key<V> required(String name, Shape<V> shape, String doc) {
        return add(new Key<>(name, shape, true, null, doc));
    }

    /// A key that may be left out.
    <V> Key<V> optional(String name, Shape<V> shape, String doc) {
        return add(new Key<>(name, shape, false, null, doc));
    }

    /// A key for which `usual`, written as YAML, is taken when it is left out.
    <V> Key<V> usual(String name, Shape<V> shape, String usual, String doc) {
        return usual(name, shape, YamlReader.fragment(usual), doc);
    }

    <V> Key<V> usual(String name, Shape<V> shape, Tree usual, String doc) {
        return add(new Key<>(name, shape, false, usual, doc));
    }

    private <V> Key<V> add(Key<V> key) {
        keys.put(key.name(), key);
        return key;
    }

    /// Keys that are planned: refused, but not as if they were misspelt.
    void later(String... names) {
        later.addAll(List.of(names));
    }

    /// A key that its likes have and that makes no sense here.
    void never(String name, Complaint complaint) {
        never.put(name, complaint);
    }

    /// At most one of these may be given.
    void exclusive(String one, String other) {
        exclusive.add(new Pair(one, other));
    }

    /// Both of these are given, or none.
    void together(String one, String other) {
        together.add(new Pair(one, other));
    }

    /// Exactly one of all the keys is given.
    void exactlyOne() {
        one = true;
    }

    /// What has to hold between values once each is fine by itself; told at `key`.
    void rule(Key<?> key, Function<Given, Optional<Complaint>> check) {
        rules.add(new Rule(key.name(), check));
    }

    Collection<Key<?>> all() {
        return keys.values();
    }

    List<Pair> exclusive() {
        return exclusive;
    }

    List<Pair> together() {
        return together;
    }

    boolean areExactlyOne() {
        return one;
    }

    @Nullable
    Key<?> named(String name) {
        return keys.get(name);
    }

    /// Why `name` makes no sense here, empty when it is merely unknown.
    Optional<Complaint> never(String name) {
        return Optional.ofNullable(never.get(name));
    }

    boolean isLater(String name) {
        return later.contains(name);
    }

    /// Whether `section` gives another key that excludes `name`: one with a schedule wants no interval.
    boolean excluded(String name, Mapping section) {
        return exclusive.stream()
                .anyMatch(pair -> (pair.one().equals(name) && section.get(pair.other()) != null)
                        || (pair.other().equals(name) && section.get(pair.one()) != null));
    }

    /// Whether every rule holds; those that do not are told.
    boolean hold(Given given, Mapping section, Problems problems) {
        boolean all = true;
        for (var rule : rules) {
            var member = section.members().get(rule.key());
            var place = member == null ? section.place().key(rule.key()) : member.place();
            all &= problems.none(place, rule.check().apply(given));
        }
        return all;
    }

    /// These keys without some, none of them required, none with a usual value, and no rules.
    Keys open(Collection<String> without) {
        var open = new Keys();
        keys.values().stream()
                .filter(key -> !without.contains(key.name()))
                .map(Key::open)
                .forEach(open::add);
        open.later.addAll(later);
        open.exclusive.addAll(exclusive);
        return open;
    }
}
