package dev.holdfast.diagnosis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One way in which a message is worded: words with places for names in between, such as
/// `relation {relation} does not exist`.
///
/// `{relation}` is a name that is kept, `{name}` one that is not, `{number}` a number, `{...}` up to 160 characters of
/// anything. `(a|b)` offers words to choose from, `(a|)` words that may be missing. `*` at the end of a word lets
/// it go
/// on. Case, accents and white space do not count. (docs/decisions/0050-wordings.md)
final class Wording {
    private static final int GAP = 160;

    private sealed interface Piece {}

    private record Words(String folded, boolean mayGoOn) implements Piece {}

    private record Hole(boolean kept) implements Piece {}

    private record Digits() implements Piece {}

    private record Gap() implements Piece {}

    /// Where a wording was found.
    ///
    /// @param relation what stood in the place of `{relation}`, null without one
    record Found(int start, int end, @Nullable String relation) {}

    private final List<Piece> pieces;
    private final int anchor;

    private Wording(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
        this.anchor = longest(pieces);
    }

    /// Every wording that `template` stands for.
    static List<Wording> of(String template) {
        return Template.alternatives(template).stream()
                .map(one -> new Wording(pieces(one)))
                .toList();
    }

    private static List<Piece> pieces(String template) {
        var pieces = new ArrayList<Piece>();
        for (var part : Template.parts(template)) {
            pieces.add(
                    switch (part) {
                        case "{relation}" -> new Hole(true);
                        case "{name}" -> new Hole(false);
                        case "{number}" -> new Digits();
                        case "{...}" -> new Gap();
                        default -> words(part);
                    });
        }
        return pieces;
    }

    private static Words words(String part) {
        boolean mayGoOn = part.endsWith("*");
        return new Words(Fold.of(mayGoOn ? part.substring(0, part.length() - 1) : part), mayGoOn);
    }

    private static int longest(List<Piece> pieces) {
        int best = -1;
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i) instanceof Words words
                    && (best < 0 || words.folded.length() > ((Words) pieces.get(best)).folded.length())) {
                best = i;
            }
        }
        if (best < 0) {
            throw new IllegalArgumentException("a wording needs words");
        }
        return best;
    }

    /// The words that are looked for first, folded.
    String anchor() {
        return ((Words) pieces.get(anchor)).folded;
    }

    /// The whole wording around its anchor, which ends at `anchorEnd`; null when the rest is not there.
    @Nullable
    Found around(Text text, int anchorEnd) {
        int start = anchorEnd - anchor().length();
        if (isTorn((Words) pieces.get(anchor), text, start, anchorEnd)) {
            return null;
        }
        var match = new Match(text);
        int end = match.forward(anchor + 1, anchorEnd);
        int begin = end < 0 ? -1 : match.backward(anchor - 1, start);
        return begin < 0 ? null : new Found(begin, end, match.relation);
    }

    private static boolean isTorn(Words words, Text text, int start, int end) {
        return text.joins(start) || (!words.mayGoOn && text.joins(end));
    }

    /// One attempt: each step costs at most the longest name or gap, so a wording costs no more wherever it is tried.
    private final class Match {
        private final Text text;
        private @Nullable String relation;

        Match(Text text) {
            this.text = text;
        }

        int forward(int from, int at) {
            int end = at;
            for (int i = from; i < pieces.size() && end >= 0; i++) {
                end = switch (pieces.get(i)) {
                    case Words words -> wordsAt(words, end);
                    case Hole hole -> nameAt(hole, end, i);
                    case Digits _ -> numberAt(end);
                    case Gap _ -> gapTo(i + 1, end);
                };
            }
            return end;
        }

        int backward(int from, int at) {
            int start = at;
            for (int i = from; i >= 0 && start >= 0; i--) {
                start = switch (pieces.get(i)) {
                    case Words words -> wordsBefore(words, start);
                    case Hole hole -> nameBefore(hole, start);
                    case Digits _ -> numberBefore(start);
                    case Gap _ -> gapBackTo(i - 1, start);
                };
            }
            return start;
        }

        private int wordsAt(Words words, int at) {
            int start = text.at(at) == ' ' && words.folded.charAt(0) != ' ' ? at + 1 : at;
            int end = start + words.folded.length();
            return reads(words, start) && !isTorn(words, text, start, end) ? end : -1;
        }

        private int wordsBefore(Words words, int at) {
            int end = text.at(at - 1) == ' ' ? at - 1 : at;
            int start = end - words.folded.length();
            return start >= 0 && reads(words, start) && !isTorn(words, text, start, end) ? start : -1;
        }

        private boolean reads(Words words, int start) {
            for (int i = 0; i < words.folded.length(); i++) {
                char letter = text.at(start + i);
                if (letter != words.folded.charAt(i) && letter != Fold.UNREADABLE) {
                    return false;
                }
            }
            return start + words.folded.length() <= text.length();
        }

        private int nameAt(Hole hole, int at, int piece) {
            var name = Name.after(text, at);
            if (name == null) {
                return -1;
            }
            int end = name.quoted() ? name.end() : cut(name, piece);
            keep(hole, name.quoted() ? name.value() : name.value().substring(0, end - name.start()));
            return end;
        }

        /// In a script without spaces the next words may follow a bare name directly.
        private int cut(Name name, int piece) {
            if (piece + 1 < pieces.size()
                    && pieces.get(piece + 1) instanceof Words next
                    && next.folded.charAt(0) > 0xe00) {
                for (int at = name.start() + 1; at < name.end(); at++) {
                    if (reads(next, at)) {
                        return at;
                    }
                }
            }
            return name.end();
        }

        private int nameBefore(Hole hole, int at) {
            var name = Name.before(text, at);
            if (name == null) {
                return -1;
            }
            keep(hole, name.value());
            return name.start();
        }

        private void keep(Hole hole, String value) {
            if (hole.kept) {
                relation = value;
            }
        }

        private int numberAt(int at) {
            int start = text.at(at) == ' ' ? at + 1 : at;
            int end = start;
            while (Character.isDigit(text.at(end))) {
                end++;
            }
            return end == start ? -1 : end;
        }

        private int numberBefore(int at) {
            int end = text.at(at - 1) == ' ' ? at - 1 : at;
            int start = end;
            while (Character.isDigit(text.at(start - 1))) {
                start--;
            }
            return end == start ? -1 : start;
        }

        /// Where the words after a gap begin.
        private int gapTo(int piece, int at) {
            if (piece >= pieces.size() || !(pieces.get(piece) instanceof Words next)) {
                return at;
            }
            for (int start = at; start <= Math.min(text.length(), at + GAP); start++) {
                if (wordsAt(next, start) >= 0) {
                    return start;
                }
            }
            return -1;
        }

        private int gapBackTo(int piece, int at) {
            if (piece < 0 || !(pieces.get(piece) instanceof Words next)) {
                return at;
            }
            for (int end = at; end >= Math.max(0, at - GAP); end--) {
                if (wordsBefore(next, end) >= 0) {
                    return end;
                }
            }
            return -1;
        }
    }
}
