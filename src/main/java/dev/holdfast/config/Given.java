package dev.holdfast.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The values that were read for the keys of one section.
final class Given {
    private final Map<Key<?>, Object> values = new HashMap<>();

    <V> void put(Key<V> key, V value) {
        values.put(key, value);
    }

    /// The value of a key that is required or has a usual one.
    <V> V get(Key<V> key) {
        return Objects.requireNonNull(maybe(key), key.name());
    }

    /// The value of an optional key, none when it was not given.
    <V> Stream<V> stream(Key<V> key) {
        return Stream.ofNullable(maybe(key));
    }

    /// The value of an optional key, null when it was not given.
    @SuppressWarnings("unchecked") // only put() fills the map
    <V> @Nullable V maybe(Key<V> key) {
        return (V) values.get(key);
    }
}
