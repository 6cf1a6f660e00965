package dev.holdfast.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All signatures, ready to be looked for: one pass over a text finds the words that could be part of one, and only
/// there the whole mark is compared.
final class Signatures {
    private final List<Signature> all;
    private final List<List<Entry>> entries;
    private final List<Entry> anywhere;
    private final Keywords anchors;

    /// A mark, and what it means to find it.
    ///
    /// @param order the place of its signature among all
    private record Entry(int order, Mark mark, Role role) {}

    /// What finding a mark means for its signature.
    sealed interface Role {
        record Says(Signature.Weight weight) implements Role {}

        record Unless() implements Role {}

        record With() implements Role {}

        record Without() implements Role {}
    }

    Signatures(List<Signature> signatures) {
        all = List.copyOf(signatures);
        var sorted = new ArrayList<Entry>();
        for (int order = 0; order < all.size(); order++) {
            enter(sorted, order, all.get(order).terms());
        }
        var byAnchor = new LinkedHashMap<String, List<Entry>>();
        anywhere = sorted.stream().filter(entry -> !file(entry, byAnchor)).toList();
        anchors = new Keywords(List.copyOf(byAnchor.keySet()));
        entries = byAnchor.values().stream().map(List::copyOf).toList();
    }

    private static void enter(List<Entry> entries, int order, Signature.Terms terms) {
        terms.says().forEach(says -> entries.add(new Entry(order, says.mark(), new Role.Says(says.weight()))));
        terms.unless().forEach(mark -> entries.add(new Entry(order, mark, new Role.Unless())));
        terms.with().forEach(mark -> entries.add(new Entry(order, mark, new Role.With())));
        terms.without().forEach(mark -> entries.add(new Entry(order, mark, new Role.Without())));
    }

    private static boolean file(Entry entry, Map<String, List<Entry>> byAnchor) {
        return switch (entry.mark) {
            case Mark.Anchored anchored -> {
                byAnchor.computeIfAbsent(anchored.anchor(), anchor -> new ArrayList<>())
                        .add(entry);
                yield true;
            }
            case Mark.Anywhere _ -> false;
        };
    }

    /// Looks for every signature in `text`.
    Search search(Text text) {
        var search = new Search(all, text.statement());
        for (var entry : anywhere) {
            search.met(entry.order, entry.role, ((Mark.Anywhere) entry.mark).in(text));
        }
        anchors.scan(text.folded(), (word, end) -> {
            for (var entry : entries.get(word)) {
                search.met(entry.order, entry.role, ((Mark.Anchored) entry.mark).around(text, end));
            }
        });
        return search;
    }
}
