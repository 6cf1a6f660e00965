package dev.holdfast.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/// Collects every problem of a load. What is wrong in `defaults` is found again in each monitor, and told once.
final class Problems {
    private final SequencedSet<Problem> found = new LinkedHashSet<>();

    void add(Place place, String message, String remedy) {
        found.add(new Problem(place.file(), place.line(), place.path(), message, remedy));
    }

    void add(Place place, Complaint complaint) {
        add(place, complaint.message(), complaint.remedy());
    }

    /// Adds `complaint`, if there is one, and says whether there was none.
    boolean none(Place place, Optional<Complaint> complaint) {
        complaint.ifPresent(some -> add(place, some));
        return complaint.isEmpty();
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Problem> inOrder() {
        return found.stream().sorted().toList();
    }
}
