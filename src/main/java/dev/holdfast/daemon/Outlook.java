package dev.holdfast.daemon;

import dev.holdfast.config.Settings;
import dev.holdfast.incident.Maintenance;
import dev.holdfast.incident.Sight;
import dev.holdfast.incident.Silence;
import dev.holdfast.incident.Subject;
import dev.holdfast.incident.Surroundings;
import dev.holdfast.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// The planned work and the silences of the moment: those of the configuration, and those that people asked for since.
final class Outlook {
    private final Store store;
    private volatile Planned planned = new Planned(List.of(), List.of());

    /// What configuration plans.
    private record Planned(List<Maintenance> maintenance, List<Silence> silences) {}

    Outlook(Store store) {
        this.store = store;
    }

    void follow(Settings settings) {
        planned = new Planned(settings.maintenance(), settings.silences());
    }

    /// What decisions have to know, with a clear sight.
    Surroundings surroundings() {
        return new Surroundings(planned.maintenance, silences(), Sight.CLEAR);
    }

    /// Every silence that is not over.
    List<Silence> silences() {
        return Stream.concat(planned.silences.stream(), store.silences().stream())
                .toList();
    }

    /// Whether nobody is to be told anything new of `subject`.
    boolean isQuiet(Subject subject, Instant at) {
        return surroundings().areQuiet(subject, at);
    }
}
