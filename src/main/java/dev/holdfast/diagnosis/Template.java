package dev.holdfast.diagnosis;

import dev.holdfast.diagnosis.Piece.Digits;
import dev.holdfast.diagnosis.Piece.Gap;
import dev.holdfast.diagnosis.Piece.Hole;
import dev.holdfast.diagnosis.Piece.Hole.Quotes;
import dev.holdfast.diagnosis.Piece.Hole.Use;
import dev.holdfast.diagnosis.Piece.Words;
import java.util.ArrayList;
import java.util.List;

/// How wordings are written down.
///
/// `{relation}` is a name that is kept, `{name}` one that is passed over, `{same}` the kept one once more. In quotes,
/// as in `"{relation}"`, it must be quoted, in `'` by single ones; in `«»` it must be quoted by any, or be spelt as
/// only names are. `{number}` is a number, `{...}` anything, up to 160 characters. `(a|b)` offers words to choose
/// from, `(a|)` words that may be missing. `*` at the end of a word lets it go on. Case, accents and the kind of
/// white space do not count.
final class Template {
    // By hand and not by patterns: thousands are read whenever the program starts, before anything is compiled.

    private Template() {}

    /// Every template that results from choosing one of each `(a|b)`.
    static List<String> alternatives(String template) {
        var all = new ArrayList<String>();
        choose(template, all);
        return all;
    }

    private static void choose(String template, List<String> all) {
        int open = choice(template);
        if (open < 0) {
            all.add(spaced(template));
            return;
        }
        int close = template.indexOf(')', open);
        int from = open + 1;
        while (from <= close) {
            int bar = template.indexOf('|', from);
            int to = bar < 0 || bar > close ? close : bar;
            choose(template.substring(0, open) + template.substring(from, to) + template.substring(close + 1), all);
            from = to + 1;
        }
    }

    /// Where the first choice opens that has no other within; -1 when there is none.
    private static int choice(String template) {
        int open = -1;
        boolean hasBar = false;
        for (int at = 0; at < template.length(); at++) {
            switch (template.charAt(at)) {
                case '(' -> {
                    open = at;
                    hasBar = false;
                }
                case '|' -> hasBar = true;
                case ')' -> {
                    if (open >= 0 && hasBar) {
                        return open;
                    }
                    open = -1;
                }
                default -> {
                    // A letter.
                }
            }
        }
        return -1;
    }

    /// One space where there are more.
    private static String spaced(String template) {
        var bare = template.strip();
        return bare.contains("  ") ? bare.replaceAll(" {2,}", " ") : bare;
    }

    /// The words and the places between them, in order.
    static List<Piece> pieces(String template) {
        var pieces = new ArrayList<Piece>();
        int from = 0;
        int open = template.indexOf('{');
        int close = template.indexOf('}', open + 1);
        while (open >= 0 && close >= 0) {
            char quote = open == from ? 0 : template.charAt(open - 1);
            boolean isQuoted = "'\"«".indexOf(quote) >= 0 && isClosing(template, close + 1, quote);
            words(pieces, template.substring(from, isQuoted ? open - 1 : open));
            pieces.add(place(template.substring(open + 1, close), isQuoted ? quotes(quote) : Quotes.ANY_OR_NONE));
            from = isQuoted ? close + 2 : close + 1;
            open = template.indexOf('{', from);
            close = template.indexOf('}', open + 1);
        }
        words(pieces, template.substring(from));
        return pieces;
    }

    private static boolean isClosing(String template, int at, char quote) {
        return at < template.length() && (template.charAt(at) == quote || template.charAt(at) == '»');
    }

    private static void words(List<Piece> pieces, String part) {
        var words = part.strip();
        if (!words.isEmpty()) {
            boolean mayGoOn = words.endsWith("*");
            pieces.add(Words.of(mayGoOn ? words.substring(0, words.length() - 1) : words, mayGoOn));
        }
    }

    private static Piece place(String what, Quotes quotes) {
        return switch (what) {
            case "relation" -> new Hole(Use.KEPT, quotes);
            case "name" -> new Hole(Use.PASSED_OVER, quotes);
            case "same" -> new Hole(Use.REPEATED, quotes);
            case "number" -> new Digits();
            case "..." -> new Gap();
            default -> throw new IllegalArgumentException("{" + what + "} is no place of a wording");
        };
    }

    private static Quotes quotes(char quote) {
        return switch (quote) {
            case '\'' -> Quotes.SINGLE;
            case '"' -> Quotes.DOUBLE;
            default -> Quotes.UNMISTAKABLE;
        };
    }
}
