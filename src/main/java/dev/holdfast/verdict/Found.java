package dev.holdfast.verdict;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an assertion looks at.
///
/// @param present whether there is anything, be it empty
/// @param text its text; for JSON that of a scalar, or the JSON itself
/// @param empty whether it is absent, null, or has no character, element or member
record Found(boolean present, String text, boolean empty) {
    static final Found NOTHING = new Found(false, "", true);

    static Found text(String text) {
        return new Found(true, text, text.isEmpty());
    }

    static Found text(Optional<String> text) {
        return text.map(Found::text).orElse(NOTHING);
    }

    static Found json(@Nullable Object value) {
        var empty = switch (value) {
            case null -> true;
            case Collection<?> elements -> elements.isEmpty();
            case Map<?, ?> members -> members.isEmpty();
            case String string -> string.isEmpty();
            default -> false;
        };
        return new Found(true, String.valueOf(value), empty);
    }
}
