package dev.holdfast.diagnosis;

import dev.holdfast.diagnosis.Mark.Found;
import dev.holdfast.diagnosis.Signatures.Role;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was found of all signatures in one text, and which of them says best what is wrong.
final class Search {
    private static final int NEAR = 200;

    /// The plainest statement wins; of equals the first in the text; of those in one place the longest, which says
    /// most; then the first in the catalogue.
    private static final Comparator<Sighting> PLAINEST = Comparator.comparing(Sighting::weight)
            .thenComparingInt(sighting -> sighting.found().start())
            .thenComparingInt(sighting -> -sighting.found().end())
            .thenComparingInt(Sighting::order);

    private final List<Signature> all;
    private final Text text;
    private final List<Sighting> said = new ArrayList<>();
    private final BitSet touched = new BitSet();
    private final BitSet confirmed = new BitSet();
    private final BitSet denied = new BitSet();
    /// For each signature where something near says otherwise.
    private final Map<Integer, Ranges> otherwise = new HashMap<>();

    /// A mark of a signature that was found.
    record Sighting(int order, Signature signature, Mark mark, Signature.Weight weight, Found found) {

        private Sighting named(Text text) {
            return mark instanceof Mark.Anchored anchored
                    ? new Sighting(order, signature, mark, weight, anchored.named(text, found))
                    : this;
        }
    }

    Search(List<Signature> all, Text text) {
        this.all = all;
        this.text = text;
    }

    /// Whether finding one more mark with this meaning could change anything.
    boolean wants(int order, Role role) {
        // No switch over the patterns: this is asked for every anchor in a text.
        boolean isSettled = (role instanceof Role.With && confirmed.get(order))
                || (role instanceof Role.Without && denied.get(order));
        return !isSettled;
    }

    /// Called when a mark's first words were met.
    ///
    /// @param found the whole mark, null when there were only these words
    void met(int order, Mark mark, Role role, @Nullable Found found) {
        touched.set(order);
        if (found != null) {
            switch (role) {
                case Role.Says(var weight) -> {
                    // What stands behind that may only confirm or object.
                    if (found.start() < text.statement()) {
                        said.add(new Sighting(order, all.get(order), mark, weight, found));
                    }
                }
                case Role.Unless() ->
                    otherwise.computeIfAbsent(order, _ -> new Ranges()).add(found.start() - NEAR, found.end() + NEAR);
                case Role.With() -> confirmed.set(order);
                case Role.Without() -> denied.set(order);
            }
        }
    }

    /// The signature that says best what is wrong.
    Optional<Sighting> winner() {
        return said.stream()
                .filter(sighting -> objection(sighting) == null)
                .min(PLAINEST)
                .map(sighting -> sighting.named(text));
    }

    /// Why `sighting` does not count; null when it does.
    private @Nullable String objection(Sighting sighting) {
        var near = otherwise.get(sighting.order);
        if (near != null && near.meet(sighting.found.start(), sighting.found.end())) {
            return "something near says otherwise";
        }
        if (denied.get(sighting.order)) {
            return "something else in the text says otherwise";
        }
        return sighting.signature().terms().with().isEmpty() || confirmed.get(sighting.order)
                ? null
                : "nothing in the text confirms it";
    }

    /// Every signature and how near it came, in the catalogue's order.
    List<Tried> tried() {
        var winner = winner().orElse(null);
        var best = new HashMap<Integer, Sighting>();
        said.stream().sorted(PLAINEST).forEach(sighting -> best.putIfAbsent(sighting.order, sighting));
        var tried = new ArrayList<Tried>();
        for (int order = 0; order < all.size(); order++) {
            tried.add(
                    winner != null && winner.order == order
                            ? new Tried(all.get(order).name(), true, why(winner, best.size() - 1))
                            : new Tried(all.get(order).name(), false, whyNot(order, best.get(order))));
        }
        return tried;
    }

    private String whyNot(int order, @Nullable Sighting best) {
        if (best == null) {
            return touched.get(order) ? "only some of its words are there" : "not there";
        }
        var objection = objection(best);
        return objection != null ? objection : "found, but another says it plainer or sooner";
    }

    private static String why(Sighting won, int rivals) {
        var rank = switch (won.weight) {
            case OWN -> "it is your own";
            case SENTENCE -> "it says in words what is wrong";
            case CODE -> "its code says what is wrong";
            case GENERIC, VAGUE -> "nothing plainer is said";
        };
        return rivals == 0 ? rank : rank + ", before " + rivals + (rivals == 1 ? " other" : " others");
    }
}
