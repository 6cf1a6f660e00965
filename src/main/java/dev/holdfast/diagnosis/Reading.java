package dev.holdfast.diagnosis;

import dev.holdfast.diagnosis.Fields.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A body as one charset reads it, and as JSON where it looks like that: several ask for its fields, which are read
/// once.
final class Reading {
    private final String raw;
    private @Nullable List<Field> fields;

    Reading(String raw) {
        this.raw = raw;
    }

    /// All of its characters.
    String raw() {
        return raw;
    }

    boolean isJson() {
        return Fields.isJson(raw);
    }

    /// The values in it, in order.
    List<Field> fields() {
        if (fields == null) {
            fields = Fields.of(raw);
        }
        return fields;
    }
}
