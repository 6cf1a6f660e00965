package dev.holdfast.diagnosis;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The name of a table, column or the like where a message gives it: bare, or in any of the quotes that databases and
/// their translations use; several parts with dots between them are one name.
///
/// @param value the name with its quotes off
/// @param start where it begins in the text, quotes included
/// @param end where the text goes on
/// @param quote the opening quote, 0 for a bare name
record Name(String value, int start, int end, char quote) {
    private static final int LONGEST = 200;
    private static final String SINGLE = "'`´‘’‚";
    private static final String OPENING = "\"'`´«»“”„‘’‚「『[‹" + Fold.UNREADABLE + '?';
    private static final String CLOSING = "\"'`´«»“”‘’」』]›" + Fold.UNREADABLE + '?';
    /// What closes each opening quote: German, French and broken texts mix them.
    private static final String[] CLOSES = {
        "\"",
        "'’´",
        "`'´",
        "´",
        "»",
        "«",
        "”“\"",
        "”",
        "“”\"",
        "’'",
        "’",
        "‘’",
        "」",
        "』",
        "]",
        "›",
        "" + Fold.UNREADABLE,
        "?"
    };
    private static final Set<String> NO_NAMES = Set.of(
            "a", "an", "and", "any", "are", "as", "at", "be", "but", "by", "can", "cannot", "could", "did", "do",
            "does", "for", "from", "has", "if", "in", "is", "it", "may", "must", "name", "named", "no", "not", "of",
            "on", "or", "should", "that", "the", "this", "to", "was", "when", "where", "which", "while", "with", "you",
            "your");

    /// Whether a quoted name may begin with `letter`.
    static boolean isOpening(char letter) {
        return letter < 0x80 ? "\"'`[?".indexOf(letter) >= 0 : OPENING.indexOf(letter) >= 0;
    }

    /// The name that begins at `at`, after a space at most; null when there is none.
    static @Nullable Name after(Text text, int at) {
        int start = text.at(at) == ' ' ? at + 1 : at;
        var value = new StringBuilder();
        int end = part(text.plain(), start, value);
        if (end < 0) {
            return null;
        }
        char first = text.plain().charAt(start);
        var name = new Name(value.toString(), start, end, isOpening(first) ? first : 0);
        return name.isQuoted() || name.isBareName() ? name : null;
    }

    /// The name that ends before `at`, a space at most between; null when there is none.
    static @Nullable Name before(Text text, int at) {
        int end = text.at(at - 1) == ' ' ? at - 1 : at;
        int start = start(text.plain(), end, Math.max(0, end - LONGEST));
        var name = start < 0 ? null : after(text, start);
        if (name == null || name.end < end || (name.isQuoted() && name.end > end)) {
            return null;
        }
        return name.end == end ? name : name.upTo(end);
    }

    /// Whether nobody would take it for a word of the sentence: it is quoted, qualified or spelt as only names are.
    boolean isUnmistakable() {
        return isQuoted()
                || value.chars().anyMatch(letter -> "._$#@".indexOf(letter) >= 0 || Character.isDigit(letter));
    }

    boolean isQuoted() {
        return quote != 0;
    }

    boolean isSingleQuoted() {
        return SINGLE.indexOf(quote) >= 0;
    }

    /// Whether a database would take it for a name without asking: no spaces, no signs.
    boolean isIdentifier() {
        return !value.isEmpty()
                && Character.isLetter(value.charAt(0))
                && value.chars().allMatch(letter -> Character.isLetterOrDigit(letter) || "_.$".indexOf(letter) >= 0);
    }

    /// Whether `other` is the same name; a schema before either does not count.
    boolean isSameAs(@Nullable String other) {
        return other != null && unqualified(value).equalsIgnoreCase(unqualified(other));
    }

    /// The same bare name, ended earlier.
    Name upTo(int earlier) {
        return new Name(value.substring(0, earlier - start), start, earlier, quote);
    }

    /// The same bare name, begun later.
    Name from(int later) {
        return new Name(value.substring(later - start), later, end, quote);
    }

    private static String unqualified(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private boolean isBareName() {
        return !NO_NAMES.contains(value.toLowerCase(Locale.ROOT))
                && value.chars().anyMatch(Character::isLetter);
    }

    /// Reads parts and the dots between them; -1 when there is no name at `at`.
    private static int part(String text, int at, StringBuilder value) {
        int opening = at < text.length() ? OPENING.indexOf(text.charAt(at)) : -1;
        int end = opening >= 0 ? quoted(text, at, CLOSES[opening], value) : bare(text, at, value);
        return end < 0 ? -1 : more(text, end, value);
    }

    /// Whether a dot and another part follow, and not the end of a sentence in quotes: `'id'.", "code"`.
    private static boolean goesOn(String text, int end) {
        if (end + 2 >= text.length() || text.charAt(end) != '.') {
            return false;
        }
        char first = text.charAt(end + 1);
        return OPENING.indexOf(first) < 0 ? isBare(first) : isBare(text.charAt(end + 2));
    }

    private static int more(String text, int end, StringBuilder value) {
        if (!goesOn(text, end) || value.length() > LONGEST) {
            return end;
        }
        int length = value.length();
        int after = part(text, end + 1, value.append('.'));
        if (after < 0) {
            value.setLength(length);
        }
        return Math.max(end, after);
    }

    /// Only typographic quotes are set off from the name: what is before a space is a closing quote.
    private static boolean isStraight(char quote) {
        return quote == '"' || quote == '\'' || quote == '`';
    }

    private static int quoted(String text, int at, String closes, StringBuilder value) {
        char quote = text.charAt(at);
        int start = at;
        while (start < text.length() && text.charAt(start) == quote) {
            start++;
        }
        if (start < text.length() && isStraight(quote) && text.charAt(start) == ' ') {
            return -1;
        }
        int end = start;
        int limit = Math.min(text.length(), start + LONGEST);
        while (end < limit && closes.indexOf(text.charAt(end)) < 0 && text.charAt(end) != '\n') {
            end++;
        }
        if (end == limit || end == start || text.charAt(end) == '\n') {
            return -1;
        }
        value.append(unframed(text.substring(start, end).strip()));
        return closing(text, end, start - at);
    }

    /// A message may quote a name whose parts are in brackets of their own, as in `'[billing].[plans]'`.
    private static String unframed(String name) {
        return name.startsWith("[") && name.endsWith("]")
                ? name.substring(1, name.length() - 1).replace("].[", ".")
                : name;
    }

    /// As many closing quotes as were opened: a doubled quote is SQL's way of quoting it.
    private static int closing(String text, int at, int opened) {
        int end = at;
        while (end < text.length() && end < at + opened && text.charAt(end) == text.charAt(at)) {
            end++;
        }
        return end;
    }

    private static int bare(String text, int at, StringBuilder value) {
        int limit = Math.min(text.length(), at + LONGEST);
        int end = at;
        while (end < limit && isBare(text.charAt(end)) && !text.startsWith("..", end)) {
            end++;
        }
        while (end > at && ".:-".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end == at) {
            return -1;
        }
        value.append(text, at, end);
        return end;
    }

    private static boolean isBare(char letter) {
        return Character.isLetterOrDigit(letter) || "_$@#.:-*".indexOf(letter) >= 0;
    }

    /// Where the name begins that ends before `end`, not before `floor`; -1 when there is none.
    private static int start(String text, int end, int floor) {
        if (end <= floor) {
            return -1;
        }
        return CLOSING.indexOf(text.charAt(end - 1)) >= 0
                ? openingBefore(text, end - 1, floor)
                : bareBefore(text, end, floor);
    }

    private static int openingBefore(String text, int closing, int floor) {
        for (int at = closing - 2; at >= floor && text.charAt(at) != '\n'; at--) {
            int opening = OPENING.indexOf(text.charAt(at));
            if (opening >= 0 && CLOSES[opening].indexOf(text.charAt(closing)) >= 0) {
                return qualified(text, at, floor);
            }
        }
        return -1;
    }

    /// Goes back over the parts before a dot.
    private static int qualified(String text, int at, int floor) {
        if (at == 0 || text.charAt(at - 1) != '.') {
            return at;
        }
        int before = start(text, at - 1, floor);
        return before < 0 ? at : before;
    }

    private static int bareBefore(String text, int end, int floor) {
        int at = end;
        while (at > floor && isBare(text.charAt(at - 1))) {
            at--;
        }
        return at == end ? -1 : at;
    }
}
