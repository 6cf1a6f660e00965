package dev.holdfast.diagnosis;

import org.jspecify.annotations.Nullable;

/// Something in a text by which a signature is recognised.
sealed interface Mark {

    /// Where a mark was found.
    ///
    /// @param relation the name the mark keeps, null when it keeps none
    record Found(int start, int end, @Nullable String relation) {
        private static final int LONGEST_NAME = 200;

        public Found {
            relation = relation == null ? null : named(relation);
        }

        /// A name is shown everywhere: it is short, and nothing in it acts. Null when nothing is left.
        private static @Nullable String named(String relation) {
            var name = relation.codePoints()
                    .limit(LONGEST_NAME)
                    .map(letter -> acts(letter) ? ' ' : letter)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString()
                    .strip();
            return name.isEmpty() ? null : name;
        }

        private static boolean acts(int letter) {
            return switch (Character.getType(letter)) {
                case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE -> true;
                default -> false;
            };
        }

        /// How many characters stand between two findings.
        int distance(Found other) {
            return Math.max(0, Math.max(start - other.end, other.start - end));
        }
    }

    /// A mark that begins with looking for words.
    sealed interface Anchored extends Mark permits Wording, Code {

        /// The words that are looked for first, folded.
        String anchor();

        /// The whole mark around its anchor, which ends at `anchorEnd`; null when the rest is not there.
        ///
        /// What this costs does not depend on how long the text is.
        @Nullable
        Found around(Text text, int anchorEnd);

        /// `found` with the name it keeps: a mark may leave looking for that until it is known which one counts.
        default Found named(Text text, Found found) {
            return found;
        }
    }

    /// A mark that is looked for in the whole text.
    non-sealed interface Anywhere extends Mark {

        /// The first place in `text`, null when it is not there; in time linear in the text.
        @Nullable
        Found in(Text text);
    }
}
