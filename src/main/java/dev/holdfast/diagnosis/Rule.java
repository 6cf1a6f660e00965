package dev.holdfast.diagnosis;

import java.util.BitSet;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A pattern of secrets, and the words by which to find where it may begin.
///
/// @param words in lower case; the pattern matches nowhere without one of them
/// @param lead tells from a word where the pattern may begin
record Rule(Pattern pattern, List<String> words, Lead lead) {

    /// @param words with `|` between them
    static Rule of(String pattern, Lead lead, String words) {
        return new Rule(Pattern.compile(pattern), List.of(words.split("\\|")), lead);
    }

    /// Tries the pattern at each of `starts`, those that are within what was found before left out.
    ///
    /// @param found called for each finding; tells where to go on
    void find(String text, BitSet starts, ToIntFunction<Matcher> found) {
        var matcher = pattern.matcher(text).useTransparentBounds(true);
        int next = 0;
        for (int at = starts.nextSetBit(0); at >= 0; at = starts.nextSetBit(next)) {
            matcher.region(at, text.length());
            next = matcher.lookingAt() ? Math.max(at + 1, found.applyAsInt(matcher)) : at + 1;
        }
    }
}
