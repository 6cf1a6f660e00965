package dev.holdfast.incident;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is remembered of a monitor from one check to the next, over restarts too.
///
/// @param baseline its last pass: the proof that it was good; null when it never passed
/// @param incident the open incident it is a member of, null when none
public record MonitorState(
        Condition condition,
        @Nullable Baseline baseline,
        @Nullable IncidentId incident) {

    /// The last time a monitor passed.
    ///
    /// @param status the status it passed with, null when it passed without one
    public record Baseline(Instant at, @Nullable Integer status) {}

    /// A monitor nothing is known of.
    public static MonitorState fresh(Instant at) {
        return new MonitorState(new Condition.Unknown(at), null, null);
    }

    /// Its last pass, if it ever passed.
    public Optional<Baseline> lastPass() {
        return Optional.ofNullable(baseline);
    }

    MonitorState become(Condition next) {
        return new MonitorState(next, baseline, incident);
    }

    MonitorState passed(Instant at, @Nullable Integer status) {
        return new MonitorState(condition, new Baseline(at, status), incident);
    }

    MonitorState in(@Nullable IncidentId joined) {
        return new MonitorState(condition, baseline, joined);
    }
}
