package dev.holdfast.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All signatures, ready to be looked for: one pass over a text finds the words that could be part of one, and only
/// there the whole wording is compared.
final class Signatures {
    private static final int NEAR = 200;

    /// The plainest statement wins; of equals the first in the text.
    private static final Comparator<Sighting> PLAINEST = Comparator.comparing(
                    (Sighting sighting) -> sighting.signature().weight())
            .thenComparingInt(sighting -> sighting.found().start());

    private final List<List<Entry>> entries;
    private final Keywords anchors;

    /// A wording, and what it means to find it.
    private record Entry(Signature signature, Wording wording, boolean isGuard) {}

    /// A signature that was found.
    record Sighting(Signature signature, Wording.Found found) {}

    Signatures(List<Signature> signatures) {
        var byAnchor = new LinkedHashMap<String, List<Entry>>();
        for (var signature : signatures) {
            signature.says().forEach(template -> enter(byAnchor, signature, template, false));
            signature.unless().forEach(template -> enter(byAnchor, signature, template, true));
        }
        anchors = new Keywords(List.copyOf(byAnchor.keySet()));
        entries = byAnchor.values().stream().map(List::copyOf).toList();
    }

    private static void enter(
            Map<String, List<Entry>> byAnchor, Signature signature, String template, boolean isGuard) {
        for (var wording : Wording.of(template)) {
            byAnchor.computeIfAbsent(wording.anchor(), anchor -> new ArrayList<>())
                    .add(new Entry(signature, wording, isGuard));
        }
    }

    /// The signature that says best what is wrong in `text`.
    Optional<Sighting> find(Text text) {
        var said = new ArrayList<Sighting>();
        var guards = new ArrayList<Sighting>();
        anchors.scan(text.folded(), (word, end) -> {
            for (var entry : entries.get(word)) {
                var found = entry.wording.around(text, end);
                if (found != null) {
                    (entry.isGuard ? guards : said).add(new Sighting(entry.signature, found));
                }
            }
        });
        return said.stream()
                .filter(sighting -> guards.stream().noneMatch(guard -> forbids(guard, sighting)))
                .min(PLAINEST);
    }

    private static boolean forbids(Sighting guard, Sighting sighting) {
        return guard.signature == sighting.signature
                && guard.found.start() < sighting.found.end() + NEAR
                && guard.found.end() > sighting.found.start() - NEAR;
    }
}
