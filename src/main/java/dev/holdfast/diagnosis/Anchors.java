package dev.holdfast.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/// Things that are found by words in a text, several by the same words perhaps.
final class Anchors<T> {
    private final List<List<T>> behind;
    private final Keywords keywords;

    /// Called for each thing whose words were met.
    interface Hits<T> {
        void hit(T one, int end);
    }

    Anchors(List<T> things, Function<T, String> anchor) {
        var byAnchor = new LinkedHashMap<String, List<T>>();
        things.forEach(one -> byAnchor.computeIfAbsent(anchor.apply(one), _ -> new ArrayList<>())
                .add(one));
        keywords = new Keywords(List.copyOf(byAnchor.keySet()));
        behind = byAnchor.values().stream().map(List::copyOf).toList();
    }

    /// Finds the words of all things in the folded `text` from `from` to `to`, in the order of their ends.
    void scan(char[] text, int from, int to, Hits<? super T> hits) {
        keywords.scan(text, from, to, (word, end) -> hit(word, end, hits));
    }

    /// Finds the words of all things in the folded `text`, in the order of their ends. Of words that stand in more than
    /// twice `most` places only the first `most` and the last count: no text makes words dear by repeating them.
    void scan(char[] text, int most, Hits<? super T> hits) {
        var places = new Places();
        keywords.scan(text, 0, text.length, places);
        var totals = places.size > 2 * most ? places.totals(behind.size()) : null;
        var seen = totals == null ? null : new int[totals.length];
        for (int at = 0; at < places.size; at++) {
            int word = places.words[at];
            int before = seen == null ? 0 : seen[word]++;
            if (totals == null || before < most || before >= totals[word] - most) {
                hit(word, places.ends[at], hits);
            }
        }
    }

    private void hit(int word, int end, Hits<? super T> hits) {
        for (var one : behind.get(word)) {
            hits.hit(one, end);
        }
    }

    /// Where which words end.
    private static final class Places implements Keywords.Hits {
        private int[] words = new int[64];
        private int[] ends = new int[64];
        private int size;

        @Override
        public void hit(int word, int end) {
            if (size == words.length) {
                words = Arrays.copyOf(words, 2 * size);
                ends = Arrays.copyOf(ends, 2 * size);
            }
            words[size] = word;
            ends[size++] = end;
        }

        /// In how many places each of `count` words stands.
        int[] totals(int count) {
            var totals = new int[count];
            for (int at = 0; at < size; at++) {
                totals[words[at]]++;
            }
            return totals;
        }
    }
}
