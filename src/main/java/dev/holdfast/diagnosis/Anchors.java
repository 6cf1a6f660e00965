package dev.holdfast.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    /// Finds the words of all things in the folded `text`, in the order of their ends.
    void scan(char[] text, Hits<? super T> hits) {
        keywords.scan(text, (word, end) -> hit(word, end, hits));
    }

    /// The same, but of words that stand in more than twice `most` places only the first `most` and then the last: no
    /// text makes words dear by repeating them.
    void scan(char[] text, int most, Hits<? super T> hits) {
        if (text.length <= 2 * most) {
            scan(text, hits);
            return;
        }
        var places = new Places(behind.size(), most);
        keywords.scan(text, (word, end) -> {
            if (places.isEarly(word, end)) {
                hit(word, end, hits);
            }
        });
        places.late((word, end) -> hit(word, end, hits));
    }

    private void hit(int word, int end, Hits<? super T> hits) {
        for (var one : behind.get(word)) {
            hits.hit(one, end);
        }
    }

    /// Where words end that stand in many places: the last of them.
    private static final class Places {
        private final int most;
        private final int[] counts;
        private final Map<Integer, int[]> last = new TreeMap<>();

        Places(int words, int most) {
            this.most = most;
            counts = new int[words];
        }

        /// Whether the place is one of the first; any other is kept until `most` later ones push it out.
        boolean isEarly(int word, int end) {
            int count = counts[word]++;
            if (count >= most) {
                last.computeIfAbsent(word, _ -> new int[most])[count % most] = end;
            }
            return count < most;
        }

        /// The places that were kept, in the order of each word's.
        void late(Keywords.Hits hits) {
            last.forEach((word, ends) -> {
                int count = counts[word];
                for (int place = Math.max(most, count - most); place < count; place++) {
                    hits.hit(word, ends[place % most]);
                }
            });
        }
    }
}
