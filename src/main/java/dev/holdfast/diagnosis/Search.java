package dev.holdfast.diagnosis;

import dev.holdfast.diagnosis.Mark.Found;
import dev.holdfast.diagnosis.Signatures.Role;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
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
    private final int statement;
    private final List<Sighting> said = new ArrayList<>();
    private final List<Guard> guards = new ArrayList<>();
    private final BitSet touched = new BitSet();

    /// A mark of a signature that was found.
    record Sighting(int order, Signature signature, Signature.Weight weight, Found found) {}

    /// A mark that speaks for or against its signature.
    private record Guard(int order, Role role, Found found) {}

    /// @param statement where that ends which may say what is wrong; the rest may only confirm or object
    Search(List<Signature> all, int statement) {
        this.all = all;
        this.statement = statement;
    }

    /// Called when a mark's first words were met.
    ///
    /// @param found the whole mark, null when there were only these words
    void met(int order, Role role, @Nullable Found found) {
        touched.set(order);
        if (found != null) {
            if (!(role instanceof Role.Says(var weight))) {
                guards.add(new Guard(order, role, found));
            } else if (found.start() < statement) {
                said.add(new Sighting(order, all.get(order), weight, found));
            }
        }
    }

    /// The signature that says best what is wrong.
    Optional<Sighting> winner() {
        return said.stream().filter(sighting -> objection(sighting) == null).min(PLAINEST);
    }

    /// Why `sighting` does not count; null when it does.
    private @Nullable String objection(Sighting sighting) {
        boolean confirmed = sighting.signature().terms().with().isEmpty();
        for (var guard : guards) {
            if (guard.order == sighting.order) {
                switch (guard.role) {
                    case Role.Unless()
                    when guard.found.distance(sighting.found) <= NEAR -> {
                        return "something near says otherwise";
                    }
                    case Role.Without() -> {
                        return "something else in the text says otherwise";
                    }
                    case Role.With() -> confirmed = true;
                    case Role.Unless(), Role.Says _ -> {}
                }
            }
        }
        return confirmed ? null : "nothing in the text confirms it";
    }

    /// Every signature and how near it came, in the catalogue's order.
    List<Tried> tried() {
        var winner = winner();
        var tried = new ArrayList<Tried>();
        for (int order = 0; order < all.size(); order++) {
            tried.add(tried(order, winner));
        }
        return tried;
    }

    private Tried tried(int order, Optional<Sighting> winner) {
        var signature = all.get(order);
        if (winner.isPresent() && winner.get().order == order) {
            return new Tried(signature.name(), true, why(winner.get()));
        }
        var best = said.stream().filter(sighting -> sighting.order == order).min(PLAINEST);
        if (best.isEmpty()) {
            return new Tried(
                    signature.name(), false, touched.get(order) ? "only some of its words are there" : "not there");
        }
        var objection = objection(best.get());
        return new Tried(
                signature.name(),
                false,
                objection != null ? objection : "found, but another says it plainer or sooner");
    }

    private String why(Sighting won) {
        long rivals = said.stream()
                .filter(sighting -> sighting.order != won.order)
                .map(Sighting::order)
                .distinct()
                .count();
        var rank = switch (won.weight) {
            case OWN -> "it is your own";
            case SENTENCE -> "it says in words what is wrong";
            case CODE -> "its code says what is wrong";
            case GENERIC, VAGUE -> "nothing plainer is said";
        };
        return rivals == 0 ? rank : rank + ", before " + rivals + (rivals == 1 ? " other" : " others");
    }
}
