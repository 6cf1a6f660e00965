package dev.holdfast.alert;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/// Fitting words into small places.
final class Text {
    private static final String MORE = "…";

    private Text() {}

    /// `text` in at most `limit` UTF-16 units, marked when something is missing. Never splits a character.
    static String cut(String text, int limit) {
        return escaped(text, limit, Character::toString);
    }

    /// `text` in at most `limit` bytes of UTF-8, marked when something is missing.
    static String cutBytes(String text, int limit) {
        return fit(text, limit, Character::toString, part -> part.getBytes(StandardCharsets.UTF_8).length);
    }

    /// `text` so that it takes at most `limit` bytes within a JSON text, marked when something is missing.
    static String cutJsonBytes(String text, int limit) {
        return fit(text, limit, Character::toString, Text::jsonBytes);
    }

    private static int jsonBytes(String part) {
        return "\"\\\n\t".contains(part) ? 2 : part.getBytes(StandardCharsets.UTF_8).length;
    }

    /// `text` with each code point written as `escape` says, in at most `limit` UTF-16 units. Never splits an escape.
    static String escaped(String text, int limit, IntFunction<String> escape) {
        return fit(text, limit, escape, String::length);
    }

    private static String fit(String text, int limit, IntFunction<String> escape, ToIntFunction<String> size) {
        var fitting = new StringBuilder();
        int room = limit;
        int whole = 0; // how much still leaves room for the mark
        for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            var next = escape.apply(text.codePointAt(at));
            room -= size.applyAsInt(next);
            if (room < 0) {
                return fitting.substring(0, whole) + MORE;
            }
            fitting.append(next);
            whole = room >= size.applyAsInt(MORE) ? fitting.length() : whole;
        }
        return fitting.toString();
    }

    /// As many of `names` as fit into `limit` characters, at least one, and how many more there are.
    static String names(List<String> names, int limit) {
        var all = String.join(", ", names);
        if (all.length() <= limit || names.size() < 2) {
            return all;
        }
        int shown = 1;
        while (names(names, 1 + shown, names.size()).length() <= limit) {
            shown++;
        }
        return names(names, shown, names.size());
    }

    private static String names(List<String> names, int shown, int all) {
        return String.join(", ", names.subList(0, shown)) + " and " + (all - shown) + " more";
    }

    /// `text` without line breaks and other control characters.
    static String oneLine(String text) {
        return inert(text).replaceAll("[\\s\\u2028\\u2029]+", " ").strip();
    }

    /// `text` without what moves cursors, changes colours or turns the direction of writing, and without halves of
    /// characters; lines and tabs stay.
    static String inert(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\t]]", " ");
    }
}
