package dev.holdfast.diagnosis;

import java.util.ArrayList;
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

    /// Finds the words of all things in the folded `text`, in the order of their ends.
    void scan(char[] text, Hits<? super T> hits) {
        keywords.scan(text, (word, end) -> {
            for (var one : behind.get(word)) {
                hits.hit(one, end);
            }
        });
    }
}
