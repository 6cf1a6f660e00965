package dev.holdfast.diagnosis;

import java.util.regex.Pattern;

/// Takes what acts out of a text: control characters, colours of a terminal, characters that are not seen or that
/// turn the direction of writing, and the beginnings of tags and mentions.
final class Inert {
    /// Colours are known even where only the character that begins them is gone.
    private static final Pattern TERMINAL =
            Pattern.compile("\\x1b?\\[\\d{1,3}(?:;\\d{1,3}){0,8}m|\\x1b(?:\\[[0-?]{0,40}[ -/]{0,4}[@-~]"
                    + "|\\][^\\x07\\x1b]{0,500}(?:\\x07|\\x1b\\\\)|[@-Z\\\\-_])");
    private static final String UNSEEN = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0";

    private Inert() {}

    static String of(String text) {
        var seen = mayColour(text) ? TERMINAL.matcher(text).replaceAll("") : text;
        var inert = new StringBuilder(seen.length());
        for (int at = 0; at < seen.length(); ) {
            int letter = seen.codePointAt(at);
            if (letter > ' ' && letter < 0x7f) {
                ascii(inert, (char) letter);
            } else {
                append(inert, letter);
            }
            at += Character.charCount(letter);
        }
        return inert.toString();
    }

    /// Spares most texts the pattern.
    private static boolean mayColour(String text) {
        if (text.indexOf('\u001b') >= 0) {
            return true;
        }
        int at = text.indexOf('[');
        while (at >= 0 && !isColour(text, at + 1)) {
            at = text.indexOf('[', at + 1);
        }
        return at >= 0;
    }

    private static boolean isColour(String text, int start) {
        int at = start;
        while (at < text.length() && at < start + 4 && Character.isDigit(text.charAt(at))) {
            at++;
        }
        return at > start && at < text.length() && (text.charAt(at) == 'm' || text.charAt(at) == ';');
    }

    private static void ascii(StringBuilder inert, char letter) {
        disarm(inert, letter);
        inert.append(letter);
    }

    private static void disarm(StringBuilder inert, int letter) {
        int before = inert.length() - 1;
        if (before >= 0 && inert.charAt(before) == '<' && opensTag(letter)) {
            inert.setCharAt(before, '‹');
        }
    }

    private static void append(StringBuilder inert, int letter) {
        disarm(inert, letter);
        switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> inert.append(' ');
            case Character.FORMAT, Character.SURROGATE -> {
                // Gone, and what stood on both sides is read as one word: it may have been put there to hide that.
            }
            default -> {
                if (UNSEEN.indexOf(letter) < 0 && !isVariation(letter)) {
                    inert.appendCodePoint(letter);
                }
            }
        }
    }

    private static boolean opensTag(int letter) {
        return Character.isLetter(letter) || "/!@#?".indexOf(letter) >= 0;
    }

    private static boolean isVariation(int letter) {
        return (letter >= 0xfe00 && letter <= 0xfe0f) || (letter >= 0xe0100 && letter <= 0xe01ef);
    }
}
