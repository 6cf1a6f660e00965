package dev.holdfast.diagnosis;

import dev.holdfast.diagnosis.Piece.Digits;
import dev.holdfast.diagnosis.Piece.Gap;
import dev.holdfast.diagnosis.Piece.Hole;
import dev.holdfast.diagnosis.Piece.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One way in which a message is worded: words with places for names in between, such as
/// `relation {relation} does not exist` (docs/decisions/0050-wordings.md).
final class Wording implements Mark.Anchored {
    private final List<Piece> pieces;
    private final int anchor;
    private final Words words;

    private Wording(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
        this.anchor = longest(pieces);
        this.words = (Words) pieces.get(anchor);
    }

    /// Every wording that `template` stands for.
    static List<Wording> of(String template) {
        return Template.alternatives(template).stream()
                .map(one -> new Wording(Template.pieces(one)))
                .toList();
    }

    private static int longest(List<Piece> pieces) {
        int best = -1;
        int length = 0;
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i) instanceof Words words && words.anchor().length() > length) {
                best = i;
                length = words.anchor().length();
            }
        }
        if (best < 0) {
            throw new IllegalArgumentException("a wording needs words");
        }
        return best;
    }

    @Override
    public String anchor() {
        return words.anchor();
    }

    @Override
    public String toString() {
        return pieces.toString();
    }

    @Override
    public @Nullable Found around(Text text, int anchorEnd) {
        int start = anchorEnd - words.anchor().length() - words.anchorAt();
        int wordsEnd = words.afterAnchor(text, start);
        if (wordsEnd < 0 || !mayFit(text, start)) {
            return null;
        }
        var attempt = new Attempt(text);
        int begin = attempt.backward(anchor - 1, start);
        int end = begin < 0 ? -1 : attempt.forward(anchor + 1, wordsEnd);
        return end < 0 ? null : new Found(begin, end, attempt.kept);
    }

    /// Whether what stands right before `start` could be what has to; spares most of the attempts.
    private boolean mayFit(Text text, int start) {
        if (anchor == 0) {
            return true;
        }
        var before = pieces.get(anchor - 1);
        if (before instanceof Hole hole) {
            var name = text.nameBefore(start);
            return name != null && hole.accepts(name) && (anchor == 1 || mayStandBefore(name, text));
        }
        return !(before instanceof Words other) || other.mayEndAt(text, start);
    }

    private boolean mayStandBefore(Name name, Text text) {
        return !(pieces.get(anchor - 2) instanceof Words other)
                || Attempt.isUnspaced(other.folded(), -1)
                || other.mayEndAt(text, name.start());
    }

    /// One comparison of the whole wording with one place of a text. Each piece reads no further than the longest name
    /// or gap, and a wording has one gap at most: so it costs no more wherever it is tried.
    private final class Attempt {
        private final Text text;
        private @Nullable String kept;

        Attempt(Text text) {
            this.text = text;
        }

        int forward(int piece, int at) {
            if (piece >= pieces.size()) {
                return at;
            }
            return switch (pieces.get(piece)) {
                case Gap _ -> beyond(piece + 1, at);
                case Words words -> on(piece, words.after(text, at));
                case Digits _ -> on(piece, Digits.after(text, at));
                case Hole hole -> on(piece, nameAfter(hole, piece, at));
            };
        }

        private int on(int piece, int end) {
            return end < 0 ? -1 : forward(piece + 1, end);
        }

        private int beyond(int piece, int at) {
            int limit = Math.min(text.length(), at + Gap.LONGEST);
            for (int start = at; start <= limit; start++) {
                int end = mayBeginAt(piece, start) ? forward(piece, start) : -1;
                if (end >= 0) {
                    return end;
                }
            }
            return -1;
        }

        /// Spares most of the attempts behind a gap.
        private boolean mayBeginAt(int piece, int at) {
            return !(pieces.get(piece) instanceof Words words)
                    || words.folded().charAt(0) == text.at(at)
                    || text.at(at) == Fold.UNREADABLE
                    || text.at(at) == '?';
        }

        int backward(int piece, int at) {
            if (piece < 0) {
                return at;
            }
            return switch (pieces.get(piece)) {
                case Gap _ -> before(piece - 1, at);
                case Words words -> back(piece, words.before(text, at));
                case Digits _ -> back(piece, Digits.before(text, at));
                case Hole hole -> back(piece, nameBefore(hole, piece, at));
            };
        }

        private int back(int piece, int start) {
            return start < 0 ? -1 : backward(piece - 1, start);
        }

        private int before(int piece, int at) {
            int limit = Math.max(0, at - Gap.LONGEST);
            for (int end = at; end >= limit; end--) {
                int start = mayEndAt(piece, end) ? backward(piece, end) : -1;
                if (start >= 0) {
                    return start;
                }
            }
            return -1;
        }

        private boolean mayEndAt(int piece, int at) {
            return piece < 0 || !(pieces.get(piece) instanceof Words words) || words.mayEndAt(text, at);
        }

        private int nameAfter(Hole hole, int piece, int at) {
            var name = text.nameAfter(at);
            if (name == null || !hole.accepts(name)) {
                return -1;
            }
            var whole = name.isQuoted() ? name : cut(name, piece);
            return use(hole, whole) ? whole.end() : -1;
        }

        /// In a script without spaces the next words may follow a bare name directly.
        private Name cut(Name name, int piece) {
            if (piece + 1 < pieces.size()
                    && pieces.get(piece + 1) instanceof Words next
                    && isUnspaced(next.folded(), 0)) {
                for (int at = name.start() + 1; at < name.end(); at++) {
                    if (text.reads(next.folded(), at)) {
                        return name.upTo(at);
                    }
                }
            }
            return name;
        }

        private int nameBefore(Hole hole, int piece, int at) {
            var name = text.nameBefore(at);
            if (name == null || !hole.accepts(name)) {
                return -1;
            }
            var whole = name.isQuoted() ? name : cutFront(name, piece);
            return use(hole, whole) ? whole.start() : -1;
        }

        /// In a script without spaces a bare name may follow the words before it directly.
        private Name cutFront(Name name, int piece) {
            if (piece > 0 && pieces.get(piece - 1) instanceof Words words && isUnspaced(words.folded(), -1)) {
                for (int at = name.end() - 1; at > name.start(); at--) {
                    if (text.reads(words.folded(), at - words.folded().length())) {
                        return name.from(at);
                    }
                }
            }
            return name;
        }

        /// @param which 0 for the first letter, -1 for the last
        private static boolean isUnspaced(String words, int which) {
            return words.charAt(which < 0 ? words.length() - 1 : 0) > 0x0e00;
        }

        private boolean use(Hole hole, Name name) {
            return switch (hole.use()) {
                case PASSED_OVER -> true;
                case REPEATED -> name.isSameAs(kept);
                case KEPT -> {
                    kept = name.value();
                    yield true;
                }
            };
        }
    }
}
