package dev.holdfast.config;

import dev.holdfast.config.Tree.Mapping;
import java.util.List;
import java.util.stream.Stream;

/// Whether the keys that are written are those that are declared.
record KeyCheck(Keys keys, Mapping section, Problems problems) {

    /// Tells every key that may not stand here, or not together, and every one that is missing.
    boolean passes() {
        return Stream.of(known(), exclusive(), together(), complete(), exactlyOne())
                .allMatch(fine -> fine);
    }

    private boolean known() {
        boolean known = true;
        for (var member : section.members().entrySet()) {
            known &= keys.named(member.getKey()) != null
                    || refuse(member.getKey(), member.getValue().place());
        }
        return known;
    }

    private boolean refuse(String name, Place place) {
        if (name.equals("<<")) {
            problems.add(place, "YAML 1.2 knows no merge key", "put what is common under \"defaults\"");
        } else if (keys.isLater(name)) {
            problems.add(place, "known, but not available in this version yet", "take it out");
        } else {
            problems.add(place, keys.never(name).orElseGet(() -> new Complaint("unknown key", remedy(name))));
        }
        return false;
    }

    private String remedy(String name) {
        return keys.all().stream()
                .filter(key ->
                        key.shape() instanceof Section<?> inner && inner.keys().named(name) != null)
                .findFirst()
                .map(key -> "it belongs under \"" + key.name() + "\"")
                .orElseGet(() -> Nearest.remedy(name, names()));
    }

    private boolean exclusive() {
        boolean fine = true;
        for (var pair : keys.exclusive()) {
            var other = section.get(pair.other());
            if (other != null && section.get(pair.one()) != null) {
                problems.add(other.place(), "cannot stand beside \"" + pair.one() + "\"", "take one of them out");
                fine = false;
            }
        }
        return fine;
    }

    private boolean together() {
        boolean fine = true;
        for (var pair : keys.together()) {
            boolean one = section.get(pair.one()) != null;
            if (one != (section.get(pair.other()) != null)) {
                var missing = one ? pair.other() : pair.one();
                problems.add(
                        section.place().key(missing),
                        "is missing",
                        "it goes with \"" + (one ? pair.one() : pair.other()) + "\"");
                fine = false;
            }
        }
        return fine;
    }

    private boolean exactlyOne() {
        boolean fine = !keys.areExactlyOne() || section.members().size() == 1;
        if (!fine) {
            problems.add(section.place(), "must have exactly one key", "one of " + String.join(", ", names()));
        }
        return fine;
    }

    private List<String> names() {
        return keys.all().stream().map(Key::name).toList();
    }

    /// With a key of a later version nobody can tell what else is needed.
    private boolean complete() {
        boolean fine = true;
        for (var key : keys.all()) {
            if (key.isMissingIn(section) && section.members().keySet().stream().noneMatch(keys::isLater)) {
                problems.add(
                        section.place().key(key.name()),
                        "is required",
                        "write " + key.shape().words());
                fine = false;
            }
        }
        return fine;
    }
}
