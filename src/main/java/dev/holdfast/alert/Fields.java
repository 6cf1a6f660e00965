package dev.holdfast.alert;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A JSON object in the receiver's own words, in the order they are said.
final class Fields {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    static Fields with(String name, Object value) {
        return new Fields().and(name, value);
    }

    Fields and(String name, Object value) {
        fields.put(name, value);
        return this;
    }

    /// Says nothing of what there is not.
    Fields and(String name, Optional<?> value) {
        value.ifPresent(present -> fields.put(name, present));
        return this;
    }

    Map<String, Object> map() {
        return fields;
    }
}
