package dev.holdfast.config;

import dev.holdfast.config.Tree.Mapping;
import dev.holdfast.config.Tree.Scalar;
import dev.holdfast.config.Tree.Sequence;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A tree as maps, lists and plain values, to be written as YAML or JSON.
final class Plain {
    private Plain() {}

    /// As it may be printed: what was substituted is masked.
    static @Nullable Object of(Tree tree) {
        return convert(tree, false);
    }

    /// As it is, secrets and all.
    static @Nullable Object revealed(Tree tree) {
        return convert(tree, true);
    }

    private static @Nullable Object convert(Tree tree, boolean reveal) {
        return switch (tree) {
            case Scalar scalar -> scalar(scalar, reveal ? scalar.text() : scalar.shown());
            case Sequence sequence -> {
                var items = new ArrayList<@Nullable Object>();
                sequence.items().forEach(item -> items.add(convert(item, reveal)));
                yield items;
            }
            case Mapping mapping -> {
                var members = new LinkedHashMap<String, @Nullable Object>();
                mapping.members().forEach((name, member) -> members.put(name, convert(member, reveal)));
                yield members;
            }
        };
    }

    private static @Nullable Object scalar(Scalar scalar, String text) {
        return switch (scalar.kind()) {
            case NULL -> null;
            case BOOLEAN -> text.toLowerCase(Locale.ROOT).equals("true");
            case INTEGER -> number(text, BigInteger::new);
            case DECIMAL -> number(text, BigDecimal::new);
            case TEXT, BROKEN -> text;
        };
    }

    /// YAML knows numbers that JSON does not, such as `0x1F` and `.inf`: those stay text.
    private static Object number(String text, Function<String, Number> read) {
        try {
            return read.apply(text);
        } catch (NumberFormatException special) {
            return text;
        }
    }
}
