package dev.holdfast.diagnosis;

import org.jspecify.annotations.Nullable;

/// A part of a [Wording]: words, or a place where something else stands.
sealed interface Piece {

    /// Words as they are.
    ///
    /// @param mayGoOn whether the last of them may be the beginning of a longer one
    /// @param anchor the part that is looked for first
    /// @param anchorAt where in the words it begins
    record Words(String folded, boolean mayGoOn, String anchor, int anchorAt) implements Piece {
        private static final int SHORTEST_ANCHOR = 8;

        /// Looks first for the part without accents, if it is long enough: it stands there even where a wrong charset
        /// broke the others.
        static Words of(String words, boolean mayGoOn) {
            int best = 0;
            int bestEnd = 0;
            int start = 0;
            for (int at = 0; at <= words.length(); at++) {
                if (at == words.length() || words.charAt(at) >= 0x80) {
                    if (at - start > bestEnd - best) {
                        best = start;
                        bestEnd = at;
                    }
                    start = at + 1;
                }
            }
            var folded = Fold.of(words);
            return bestEnd - best < SHORTEST_ANCHOR
                    ? new Words(folded, mayGoOn, folded, 0)
                    : new Words(folded, mayGoOn, folded.substring(best, bestEnd), best);
        }

        /// Where these words end that begin at `at`, a space at most before them; -1 when others stand there.
        int after(Text text, int at) {
            int start = text.at(at) == ' ' && folded.charAt(0) != ' ' ? at + 1 : at;
            int end = start + folded.length();
            return text.reads(folded, start) && !isTorn(text, start, end) ? end : -1;
        }

        /// Where these words begin that end at `at`, a space at most behind them; -1 when others stand there.
        int before(Text text, int at) {
            int end = text.at(at - 1) == ' ' ? at - 1 : at;
            int start = end - folded.length();
            return text.reads(folded, start) && !isTorn(text, start, end) ? start : -1;
        }

        /// Whether these words could end at `at`, by their last letter; spares most of the comparisons.
        boolean mayEndAt(Text text, int at) {
            char last = text.at(at - 1) == ' ' ? text.at(at - 2) : text.at(at - 1);
            return last == folded.charAt(folded.length() - 1) || last == Fold.UNREADABLE || last == '?';
        }

        /// Where these words end that begin at `start`, given that their anchor stands there; -1 when others do.
        int afterAnchor(Text text, int start) {
            int end = start + folded.length();
            boolean isWhole = anchor.length() == folded.length() || text.reads(folded, start);
            return isWhole && !isTorn(text, start, end) ? end : -1;
        }

        /// Whether a longer word was cut to find these.
        boolean isTorn(Text text, int start, int end) {
            return text.joins(start) || (!mayGoOn && text.joins(end));
        }
    }

    /// A name.
    record Hole(Use use, Quotes quotes) implements Piece {

        /// What is done with the name.
        enum Use {
            KEPT,
            PASSED_OVER,
            /// Must be the kept one once more.
            REPEATED
        }

        /// In which quotes it must stand.
        enum Quotes {
            ANY_OR_NONE,
            SINGLE,
            DOUBLE,
            /// Any, or none where nobody would take the name for a word of the sentence.
            UNMISTAKABLE
        }

        boolean accepts(@Nullable Name name) {
            return name != null
                    && switch (quotes) {
                        case ANY_OR_NONE -> true;
                        case SINGLE -> name.isQuoted() && name.isSingleQuoted();
                        case DOUBLE -> name.isQuoted() && !name.isSingleQuoted();
                        case UNMISTAKABLE -> name.isUnmistakable();
                    };
        }
    }

    /// A number.
    record Digits() implements Piece {

        static int after(Text text, int at) {
            int start = text.at(at) == ' ' ? at + 1 : at;
            int end = start;
            while (Character.isDigit(text.at(end))) {
                end++;
            }
            return end == start ? -1 : end;
        }

        static int before(Text text, int at) {
            int end = text.at(at - 1) == ' ' ? at - 1 : at;
            int start = end;
            while (Character.isDigit(text.at(start - 1))) {
                start--;
            }
            return end == start ? -1 : start;
        }
    }

    /// Anything, not too long.
    record Gap() implements Piece {
        static final int LONGEST = 160;
    }
}
