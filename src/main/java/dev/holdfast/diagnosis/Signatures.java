package dev.holdfast.diagnosis;

import java.util.ArrayList;
import java.util.List;

/// All signatures, ready to be looked for: one pass over a text finds the words that could be part of one, and only
/// there the whole mark is compared.
final class Signatures {
    /// How often words are looked at from the beginning of a text, and as often from its end.
    private static final int MOST_PLACES = 500;

    private final List<Signature> all;
    private final List<Entry> anywhere;
    private final Anchors<Entry> anchors;

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
        anywhere = sorted.stream()
                .filter(entry -> entry.mark instanceof Mark.Anywhere)
                .toList();
        anchors = new Anchors<>(
                sorted.stream()
                        .filter(entry -> entry.mark instanceof Mark.Anchored)
                        .toList(),
                entry -> ((Mark.Anchored) entry.mark).anchor());
    }

    private static void enter(List<Entry> entries, int order, Signature.Terms terms) {
        terms.says().forEach(says -> entries.add(new Entry(order, says.mark(), new Role.Says(says.weight()))));
        terms.unless().forEach(mark -> entries.add(new Entry(order, mark, new Role.Unless())));
        terms.with().forEach(mark -> entries.add(new Entry(order, mark, new Role.With())));
        terms.without().forEach(mark -> entries.add(new Entry(order, mark, new Role.Without())));
    }

    /// Looks for every signature in `text`.
    Search search(Text text) {
        var search = new Search(all, text);
        for (var entry : anywhere) {
            search.met(entry.order, entry.mark, entry.role, ((Mark.Anywhere) entry.mark).in(text));
        }
        anchors.scan(text.folded(), MOST_PLACES, (entry, end) -> {
            if (search.wants(entry.order, entry.role)) {
                search.met(entry.order, entry.mark, entry.role, ((Mark.Anchored) entry.mark).around(text, end));
            }
        });
        return search;
    }
}
