package dev.holdfast.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
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
        var byAnchor = new HashMap<String, List<T>>();
        things.forEach(one -> byAnchor.computeIfAbsent(anchor.apply(one), _ -> new ArrayList<>())
                .add(one));
        var words = new ArrayList<>(byAnchor.keySet());
        words.sort(null);
        keywords = new Keywords(words);
        behind = words.stream().map(byAnchor::get).toList();
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
        places.each(behind.size(), most, (word, end) -> hit(word, end, hits));
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

        /// Repeats the hits, but for those in the middle of too many.
        ///
        /// @param count how many words there are
        void each(int count, int most, Keywords.Hits hits) {
            boolean isMany = size > 2 * most;
            var left = new int[isMany ? count : 0];
            var seen = new int[left.length];
            for (int at = 0; isMany && at < size; at++) {
                left[words[at]]++;
            }
            for (int at = 0; at < size; at++) {
                if (!isMany || seen[words[at]]++ < most || left[words[at]] <= most) {
                    hits.hit(words[at], ends[at]);
                }
                if (isMany) {
                    left[words[at]]--;
                }
            }
        }
    }
}
