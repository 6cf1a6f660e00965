package dev.holdfast.config;

import dev.holdfast.config.Tree.Scalar;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// One value.
///
/// @param words what it is, such as `a duration`
/// @param remedy how to write it, given what is written
record ScalarShape<T>(
        String words, Map<String, Object> schema, Function<Scalar, Optional<T>> parser, Function<Scalar, String> remedy)
        implements Shape<T> {
    private static final int LONGEST_QUOTE = 60;

    @Override
    public Optional<T> read(Tree tree, Problems problems) {
        if (!(tree instanceof Scalar scalar)) {
            problems.add(tree.place(), "must be " + words, "");
            return Optional.empty();
        }
        return scalar.isBroken() ? Optional.empty() : parsed(scalar, problems);
    }

    private Optional<T> parsed(Scalar scalar, Problems problems) {
        if (scalar.isAbsent()) {
            problems.add(scalar.place(), "is given no value", "write " + words + ", or take the key out");
            return Optional.empty();
        }
        var value = parser.apply(scalar);
        if (value.isEmpty()) {
            problems.add(scalar.place(), quoted(scalar) + " is not " + words, remedy.apply(scalar));
        }
        return value;
    }

    /// As it is written, but for what nobody should see on a screen.
    private static String quoted(Scalar scalar) {
        var shown = scalar.shown().replaceAll("\\p{Cntrl}", "?").replaceAll("//[^/]*@", "//***@");
        return "\"" + (shown.length() > LONGEST_QUOTE ? shown.substring(0, LONGEST_QUOTE) + "…" : shown) + "\"";
    }
}
