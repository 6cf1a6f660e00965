package dev.holdfast.diagnosis;

import org.jspecify.annotations.Nullable;

/// Words that are all a response says. A platform's standard page has so few that elsewhere they prove nothing.
final class Whole implements Mark.Anywhere {
    private final String words;

    Whole(String words) {
        this.words = Fold.of(words);
    }

    @Override
    public @Nullable Found in(Text text) {
        int start = text.wordsStart();
        int end = text.wordsEnd();
        return end - start == words.length() && text.reads(words, start) ? new Found(start, end, null) : null;
    }
}
