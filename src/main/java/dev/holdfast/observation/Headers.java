package dev.holdfast.observation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Response headers in the order they came; names in lower case, values as sent (ISO-8859-1), repeated names kept.
public record Headers(List<Field> fields) {

    /// No headers.
    public static final Headers NONE = new Headers(List.of());

    /// One header line.
    public record Field(String name, String value) {
        public Field {
            name = name.toLowerCase(Locale.ROOT);
        }
    }

    public Headers {
        fields = List.copyOf(fields);
    }

    /// The first value of `name`.
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /// Every value of `name`, in order.
    public List<String> all(String name) {
        var wanted = name.toLowerCase(Locale.ROOT);
        return fields.stream()
                .filter(field -> field.name().equals(wanted))
                .map(Field::value)
                .toList();
    }
}
