package dev.holdfast.diagnosis;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
        var simple = simple(text);
        if (simple != null) {
            return simple;
        }
        var seen = mayHaveColours(text) ? TERMINAL.matcher(text).replaceAll("") : text;
        var inert = new StringBuilder(seen.length());
        for (int at = 0; at < seen.length(); ) {
            int letter = seen.codePointAt(at);
            append(inert, letter);
            at += Character.charCount(letter);
        }
        return inert.toString();
    }

    /// What comes out for most texts, at a fraction of the cost; null for one that has more than ASCII or colours.
    private static @Nullable String simple(String text) {
        var inert = text.toCharArray();
        for (int at = 0; at < inert.length; at++) {
            char letter = inert[at];
            if (letter >= 0x7f || letter == '\u001b' || (letter == '[' && mayColour(text, at + 1))) {
                return null;
            }
            if (letter < ' ') {
                inert[at] = ' ';
            } else if (letter == '<' && at + 1 < inert.length && opensTag(inert[at + 1])) {
                inert[at] = '‹';
            }
        }
        return new String(inert);
    }

    private static boolean mayHaveColours(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == '\u001b' || (text.charAt(at) == '[' && mayColour(text, at + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayColour(String text, int start) {
        int at = start;
        while (at < text.length() && at < start + 3 && Character.isDigit(text.charAt(at))) {
            at++;
        }
        return at > start && at < text.length() && (text.charAt(at) == 'm' || text.charAt(at) == ';');
    }

    private static void append(StringBuilder inert, int letter) {
        int before = inert.length() - 1;
        if (before >= 0 && inert.charAt(before) == '<' && opensTag(letter)) {
            inert.setCharAt(before, '‹');
        }
        if (letter >= ' ' && letter < 0x7f) {
            inert.append((char) letter);
            return;
        }
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
