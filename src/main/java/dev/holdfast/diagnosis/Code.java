package dev.holdfast.diagnosis;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An error's code or class, such as `42P01` or `UndefinedTable*`.
///
/// A code of digits alone is one only where codes stand: behind the word error, code, state or the like. The name
/// is the one that the message gives in quotes, in whatever language, or failing that the one its statement reads.
final class Code implements Mark.Anchored {
    private static final int NEAR = 300;
    private static final List<String> LABELS = List.of(
            "sqlstate",
            "code",
            "errno",
            "error",
            "state",
            "msg",
            "number",
            "exception",
            "err",
            "hy000",
            "28000",
            "42000",
            "42s02",
            "42s22",
            "08004");
    private static final List<String> SQL = List.of(
            "select", "where", "and", "or", "by", "on", "set", "as", "values", "in", "not", "distinct", "with", "at");
    private static final List<String> VERBS =
            List.of("select", "insert", "update", "delete", "alter", "create", "drop", "truncate", "replace", "merge");
    private static final List<String> READS = List.of("from", "into", "update", "join", "table");

    private final String code;
    private final boolean mayGoOn;
    private final boolean namesTable;

    /// @param namesTable whether what is missing is a table, so that the statement may name it
    Code(String template, boolean namesTable) {
        mayGoOn = template.endsWith("*");
        code = Fold.of(mayGoOn ? template.substring(0, template.length() - 1) : template);
        this.namesTable = namesTable;
    }

    @Override
    public String anchor() {
        return code;
    }

    @Override
    public String toString() {
        return code;
    }

    @Override
    public @Nullable Found around(Text text, int anchorEnd) {
        int start = anchorEnd - code.length();
        boolean torn = text.joins(start) || (!mayGoOn && text.joins(anchorEnd));
        if (torn || (isNumber() && !isLabelled(text, start))) {
            return null;
        }
        return new Found(start, anchorEnd, null);
    }

    @Override
    public Found named(Text text, Found found) {
        var name = said(text, found.end()).or(() -> read(text, found.start(), found.end()));
        return new Found(found.start(), found.end(), name.orElse(null));
    }

    private boolean isNumber() {
        return code.chars().noneMatch(Character::isLetter);
    }

    /// Only signs, no other word, may stand between a label and the code.
    private static boolean isLabelled(Text text, int start) {
        int at = start;
        while (start - at < 6 && !Character.isLetterOrDigit(text.at(at - 1))) {
            at--;
        }
        return text.endsWithAny(LABELS, at) || text.reads("error", at - 5) || text.reads("exception", at - 9);
    }

    /// Quotes come in pairs: behind one name the search goes on behind its closing quote.
    private static Optional<String> said(Text text, int from) {
        int limit = Math.min(text.length(), from + NEAR);
        int at = from + 1;
        while (at < limit) {
            var name = Name.isOpening(text.plain().charAt(at)) ? Name.after(text, at) : null;
            if (name != null && isInSentence(text, at) && name.isIdentifier() && text.at(name.end()) != ':') {
                return Optional.of(name.value());
            }
            at = name == null ? at + 1 : name.end();
        }
        return Optional.empty();
    }

    /// Behind a word, and not behind one of SQL: what JSON quotes is behind a sign.
    private static boolean isInSentence(Text text, int at) {
        int end = text.at(at - 1) == ' ' ? at - 1 : at;
        return Character.isLetter(text.at(end - 1)) && !text.endsWithAny(SQL, end);
    }

    /// The table that the statement behind the code reads or writes, or else the one before it.
    private Optional<String> read(Text text, int start, int end) {
        if (!namesTable) {
            return Optional.empty();
        }
        return tableIn(text, end, Math.min(text.length(), end + NEAR))
                .or(() -> tableIn(text, Math.max(0, start - 2 * NEAR), start));
    }

    /// Only in a statement: people say "from" and "table" as well.
    private static Optional<String> tableIn(Text text, int from, int limit) {
        boolean isStatement = false;
        for (int at = from + 1; at < limit; at++) {
            if (text.at(at) == ' ') {
                isStatement = isStatement || text.endsWithAny(VERBS, at);
                var name = isStatement && text.endsWithAny(READS, at) ? Name.after(text, at) : null;
                if (name != null && name.isIdentifier()) {
                    return Optional.of(name.value());
                }
            }
        }
        return Optional.empty();
    }
}
