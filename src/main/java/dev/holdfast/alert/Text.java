package dev.holdfast.alert;

import java.nio.charset.StandardCharsets;
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

    /// `text` without line breaks and other control characters.
    static String oneLine(String text) {
        return inert(text).replaceAll("\\s+", " ").strip();
    }

    /// `text` without what moves cursors, changes colours or turns the direction of writing; lines and tabs stay.
    static String inert(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\t]]", " ");
    }
}
