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
    private final int wordsStart;
    private final int wordsEnd;
    /// What was asked last: the wordings with the same words ask one after the other.
    private int beforeAsked = -1;
    private @Nullable Name before;
    private int afterAsked = -1;
    private @Nullable Name after;

    private Text(String plain, char[] folded, int statement) {
        this.plain = plain;
        this.folded = folded;
        this.statement = statement;
        int start = 0;
        int end = folded.length;
        while (start < end && !Character.isLetterOrDigit(folded[start])) {
            start++;
        }
        while (end > start && !Character.isLetterOrDigit(folded[end - 1])) {
            end--;
        }
        wordsStart = start;
        wordsEnd = end;
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
        var plain = text.toCharArray();
        var folded = new char[plain.length];
        int length = 0;
        for (char letter : plain) {
            char fold = Fold.of(letter);
            if (fold != ' ') {
                plain[length] = letter;
                folded[length++] = fold;
            } else if (length == 0 || folded[length - 1] != ' ') {
                plain[length] = space(letter);
                folded[length++] = ' ';
            } else if (letter == '\n') {
                plain[length - 1] = '\n';
            }
        }
        var read = new String(plain, 0, length);
        int end = speaksInHeadline ? read.indexOf(Markup.HEADLINE_END) : -1;
        return new Text(read, Arrays.copyOf(folded, length), end < 0 ? length : end);
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

    /// Where the first word begins; nothing but signs stands before it.
    int wordsStart() {
        return wordsStart;
    }

    /// Where the last word ends.
    int wordsEnd() {
        return wordsEnd;
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

    /// The name that begins at `at`, after a space at most; null when there is none.
    @Nullable
    Name nameAfter(int at) {
        if (at != afterAsked) {
            after = Name.after(this, at);
            afterAsked = at;
        }
        return after;
    }

    /// The name that ends before `at`, a space at most between; null when there is none.
    @Nullable
    Name nameBefore(int at) {
        if (at != beforeAsked) {
            before = Name.before(this, at);
            beforeAsked = at;
        }
        return before;
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
