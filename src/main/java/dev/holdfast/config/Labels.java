package dev.holdfast.config;

import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// Labels as Prometheus has them.
final class Labels {
    static final Shape<SequencedMap<String, String>> SHAPE =
            new MapShape<>(Labels::complaint, Scalars.TEXT, "a mapping of label names to values");

    private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

    private Labels() {}

    private static Optional<Complaint> complaint(String name) {
        return Complaint.unless(
                NAME.matcher(name).matches() && !name.startsWith("__"),
                "is no label name",
                "use letters, digits and \"_\", not a digit first, not \"__\" first");
    }
}
