package dev.holdfast.diagnosis;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The name of a table, column or the like where a message gives it: bare, or in any of the quotes that databases and
/// their translations use; several parts with dots between them are one name.
///
/// @param value the name with its quotes off
/// @param start where it begins in the text, quotes included
/// @param end where the text goes on
record Name(String value, int start, int end, boolean quoted) {
    private static final int LONGEST = 200;
    private static final String OPENING = "\"'`´«»“”„‘’‚「『[‹�";
    private static final String CLOSING = "\"'`´«»“”‘’」』]›�";
    /// What closes each opening quote: German, French and broken texts mix them.
    private static final String[] CLOSES = {
        "\"", "'’´", "`'´", "´", "»", "«", "”“\"", "”", "“”\"", "’'", "’", "‘’", "」", "』", "]", "›", "�"
    };
    private static final Set<String> NO_NAMES = Set.of(
            "a", "an", "and", "any", "as", "be", "by", "does", "for", "from", "in", "is", "it", "name", "named", "no",
            "not", "of", "on", "or", "that", "the", "this", "to", "was", "which", "with", "you", "your");

    /// The name that begins at `at`, after a space at most; null when there is none.
    static @Nullable Name after(Text text, int at) {
        int start = text.at(at) == ' ' ? at + 1 : at;
        var value = new StringBuilder();
        int end = part(text.plain(), start, value);
        boolean quoted = end > start && OPENING.indexOf(text.plain().charAt(start)) >= 0;
        return end < 0 || (!quoted && isNoName(value.toString()))
                ? null
                : new Name(value.toString(), start, end, quoted);
    }

    /// The name that ends before `at`, a space at most between; null when there is none.
    static @Nullable Name before(Text text, int at) {
        int end = at > 0 && text.at(at - 1) == ' ' ? at - 1 : at;
        int start = start(text.plain(), end);
        var name = start < 0 ? null : after(text, start);
        return name == null || name.end != end ? null : name;
    }

    private static boolean isNoName(String value) {
        return NO_NAMES.contains(value.toLowerCase(java.util.Locale.ROOT))
                || value.chars().noneMatch(Character::isLetter);
    }

    /// Reads parts and the dots between them; -1 when there is no name at `at`.
    private static int part(String text, int at, StringBuilder value) {
        int opening = at < text.length() ? OPENING.indexOf(text.charAt(at)) : -1;
        int end = opening >= 0 ? quoted(text, at, CLOSES[opening], value) : bare(text, at, value);
        if (end > 0 && end + 1 < text.length() && text.charAt(end) == '.' && value.length() < LONGEST) {
            int length = value.length();
            int more = part(text, end + 1, value.append('.'));
            if (more > 0) {
                return more;
            }
            value.setLength(length);
        }
        return end;
    }

    private static int quoted(String text, int at, String closes, StringBuilder value) {
        char quote = text.charAt(at);
        int start = at;
        while (start < text.length() && text.charAt(start) == quote) {
            start++;
        }
        int end = start;
        int limit = Math.min(text.length(), start + LONGEST);
        while (end < limit && closes.indexOf(text.charAt(end)) < 0 && text.charAt(end) != '\n') {
            end++;
        }
        if (end == limit || end == start || text.charAt(end) == '\n') {
            return -1;
        }
        value.append(text.substring(start, end).strip());
        return closing(text, end, start - at);
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
        while (end < limit && isBare(text, end)) {
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

    private static boolean isBare(String text, int at) {
        char letter = text.charAt(at);
        return Character.isLetterOrDigit(letter) || "_$@#.:-*".indexOf(letter) >= 0;
    }

    private static int start(String text, int end) {
        if (end <= 0) {
            return -1;
        }
        return CLOSING.indexOf(text.charAt(end - 1)) >= 0 ? openingBefore(text, end - 1) : bareBefore(text, end);
    }

    private static int openingBefore(String text, int closing) {
        int limit = Math.max(0, closing - LONGEST);
        for (int at = closing - 1; at >= limit && text.charAt(at) != '\n'; at--) {
            int opening = OPENING.indexOf(text.charAt(at));
            if (opening >= 0 && CLOSES[opening].indexOf(text.charAt(closing)) >= 0 && at < closing - 1) {
                return qualified(text, at);
            }
        }
        return -1;
    }

    /// Goes back over the parts before a dot.
    private static int qualified(String text, int at) {
        if (at == 0 || text.charAt(at - 1) != '.') {
            return at;
        }
        int before = start(text, at - 1);
        return before < 0 ? at : before;
    }

    private static int bareBefore(String text, int end) {
        int limit = Math.max(0, end - LONGEST);
        int at = end;
        while (at > limit && isBare(text, at - 1)) {
            at--;
        }
        return at == end ? -1 : at;
    }
}
