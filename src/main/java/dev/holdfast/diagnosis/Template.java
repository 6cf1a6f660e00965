package dev.holdfast.diagnosis;

import dev.holdfast.diagnosis.Piece.Digits;
import dev.holdfast.diagnosis.Piece.Gap;
import dev.holdfast.diagnosis.Piece.Hole;
import dev.holdfast.diagnosis.Piece.Hole.Quotes;
import dev.holdfast.diagnosis.Piece.Hole.Use;
import dev.holdfast.diagnosis.Piece.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// How wordings are written down.
///
/// `{relation}` is a name that is kept, `{name}` one that is passed over, `{same}` the kept one once more. In quotes,
/// as in `"{relation}"`, it must be quoted, in `'` by single ones; in `«»` it must be quoted by any, or be spelt as
/// only names are. `{number}` is a number, `{...}` anything, up to 160 characters. `(a|b)` offers words to choose
/// from, `(a|)` words that may be missing. `*` at the end of a word lets it go on. Case, accents and the kind of
/// white space do not count.
final class Template {
    private static final Pattern CHOICE = Pattern.compile("\\(([^()]*\\|[^()]*)\\)");
    private static final Pattern PLACE = Pattern.compile("(['\"«]?)\\{([^}]*)}(?:\\1|»)");

    private Template() {}

    /// Every template that results from choosing one of each `(a|b)`.
    static List<String> alternatives(String template) {
        var choice = CHOICE.matcher(template);
        if (!choice.find()) {
            return List.of(template.strip().replaceAll("\\s+", " "));
        }
        var all = new ArrayList<String>();
        for (var one : choice.group(1).split("\\|", -1)) {
            all.addAll(alternatives(template.substring(0, choice.start()) + one + template.substring(choice.end())));
        }
        return all;
    }

    /// The words and the places between them, in order.
    static List<Piece> pieces(String template) {
        var pieces = new ArrayList<Piece>();
        int from = 0;
        var places = PLACE.matcher(template);
        while (places.find()) {
            words(pieces, template.substring(from, places.start()));
            pieces.add(place(places.group(2), quotes(places.group(1))));
            from = places.end();
        }
        words(pieces, template.substring(from));
        return pieces;
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

    private static Quotes quotes(String quote) {
        return switch (quote) {
            case "'" -> Quotes.SINGLE;
            case "\"" -> Quotes.DOUBLE;
            case "«" -> Quotes.UNMISTAKABLE;
            default -> Quotes.ANY_OR_NONE;
        };
    }
}
