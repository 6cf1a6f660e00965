package dev.holdfast.incident;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a decision has to know besides the monitor and the incidents.
///
/// @param maintenance the planned work
/// @param silences who asked for silence
/// @param sight whether what got no answer may be believed
public record Surroundings(List<Maintenance> maintenance, List<Silence> silences, Sight sight) {

    /// No work, no silence, and a clear sight.
    public static final Surroundings CALM = new Surroundings(List.of(), List.of(), Sight.CLEAR);

    public Surroundings {
        maintenance = List.copyOf(maintenance);
        silences = List.copyOf(silences);
    }

    /// The same with another sight.
    public Surroundings seen(Sight by) {
        return new Surroundings(maintenance, silences, by);
    }

    /// What lies over the state of `subject` at `at`, besides being paused.
    public Set<Watched.Overlay> overlays(Subject subject, Instant at) {
        var overlays = EnumSet.noneOf(Watched.Overlay.class);
        if (isSilenced(subject, at)) {
            overlays.add(Watched.Overlay.SILENCED);
        }
        if (workUntil(subject, at).isPresent()) {
            overlays.add(Watched.Overlay.MAINTENANCE);
        }
        return overlays;
    }

    /// Whether nobody is to be told anything new of `subject`.
    public boolean areQuiet(Subject subject, Instant at) {
        return isSilenced(subject, at) || workUntil(subject, at).isPresent();
    }

    /// When the work on `subject` ends, if there is any.
    Optional<Instant> workUntil(Subject subject, Instant at) {
        return maintenance.stream()
                .flatMap(work -> work.until(subject, at).stream())
                .max(Instant::compareTo);
    }

    private boolean isSilenced(Subject subject, Instant at) {
        return silences.stream()
                .anyMatch(silence -> silence.isActive(at) && silence.who().has(subject));
    }
}
