package dev.holdfast.diagnosis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a person would read in a body: escapes, tags and entities undone, every run of white space one space or one
/// line end.
final class Text {
    /// Nothing to read.
    static final Text EMPTY = new Text("", new char[0], 0);

    private static final int HEAD = 384 * 1024;
    private static final int TAIL = 128 * 1024;

    private final String plain;
    private final char[] folded;
    private final int statement;

    private Text(String plain, char[] folded, int statement) {
        this.plain = plain;
        this.folded = folded;
        this.statement = statement;
    }

    /// Reads `raw`. Of a longer one the beginning and the end: pages say at once what is wrong, tracebacks at last.
    static Text of(String raw, @Nullable String contentType) {
        var kept =
                raw.length() <= HEAD + TAIL ? raw : raw.substring(0, HEAD) + "\n" + raw.substring(raw.length() - TAIL);
        var unescaped = Escapes.undo(kept);
        var page = Markup.strip(unescaped, isPage(unescaped, contentType));
        var stripped = page.text().equals(unescaped) ? unescaped : Escapes.undo(page.text());
        return folded(Mojibake.undo(stripped), page.speaksInHeadline());
    }

    private static boolean isPage(String text, @Nullable String contentType) {
        var type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        return type.contains("html")
                || type.contains("xml")
                || text.stripLeading().startsWith("<");
    }

    private static Text folded(String text, boolean speaksInHeadline) {
        var plain = new StringBuilder(text.length());
        var folded = new char[text.length()];
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            char fold = Fold.of(letter);
            int last = plain.length() - 1;
            if (fold == ' ' && last >= 0 && folded[last] == ' ') {
                joinSpace(plain, last, letter);
            } else {
                folded[last + 1] = fold;
                plain.append(fold == ' ' ? space(letter) : letter);
            }
        }
        int end = speaksInHeadline ? plain.indexOf(Markup.HEADLINE_END) : -1;
        return new Text(plain.toString(), Arrays.copyOf(folded, plain.length()), end < 0 ? plain.length() : end);
    }

    private static void joinSpace(StringBuilder plain, int last, char letter) {
        if (letter == '\n') {
            plain.setCharAt(last, '\n');
        }
    }

    private static char space(char letter) {
        return letter == '\n' || letter == '\r' ? '\n' : ' ';
    }

    /// The text.
    String plain() {
        return plain;
    }

    /// The same, character for character, as [Fold] makes it; not to be written to.
    char[] folded() {
        return folded;
    }

    /// Where that ends which says what is wrong: behind it a debugger's page shows sources that may quote any message.
    int statement() {
        return statement;
    }

    int length() {
        return folded.length;
    }

    /// The folded character at `at`; a space beyond either end.
    char at(int at) {
        return at < 0 || at >= folded.length ? ' ' : folded[at];
    }

    /// Whether a word goes on across the border before `at`.
    boolean joins(int at) {
        return isWord(at(at - 1)) && isWord(at(at));
    }

    /// Whether the folded `words` stand at `start`; what could not be decoded may be any letter.
    boolean reads(String words, int start) {
        int end = start + words.length();
        if (start < 0 || end > folded.length) {
            return false;
        }
        for (int i = 0; i < words.length(); i++) {
            if (folded[start + i] != words.charAt(i) && !isBroken(folded[start + i], words.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /// Whether `letter` may stand there because a charset had no `meant`.
    private static boolean isBroken(char letter, char meant) {
        return letter == Fold.UNREADABLE || (letter == '?' && Character.isLetter(meant));
    }

    /// Whether one of `words` stands right before `end`.
    boolean endsWithAny(List<String> words, int end) {
        for (var word : words) {
            int start = end - word.length();
            if (reads(word, start) && !joins(start)) {
                return true;
            }
        }
        return false;
    }

    /// Letters of scripts that put spaces between words, digits and the underscore.
    private static boolean isWord(char letter) {
        return letter == '_' || (letter < 0x0e00 && Character.isLetterOrDigit(letter));
    }
}
