package dev.holdfast.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is remembered of a monitor from one check to the next, over restarts too.
///
/// @param baseline its last pass: the proof that it was good; null when it never passed
/// @param incident the open incident it is a member of, null when none
/// @param checkedAt when its newest check that could tell anything ended, null before the first
/// @param wentDown when it went down of late, oldest first: whether it flaps
public record MonitorState(
        Condition condition,
        @Nullable Baseline baseline,
        @Nullable IncidentId incident,
        @Nullable Instant checkedAt,
        List<Instant> wentDown) {

    /// The last time a monitor passed.
    ///
    /// @param status the status it passed with, null when it passed without one
    public record Baseline(Instant at, @Nullable Integer status) {}

    public MonitorState {
        wentDown = List.copyOf(wentDown);
    }

    /// A monitor nothing is known of.
    public static MonitorState fresh(Instant at) {
        return new MonitorState(new Condition.Unknown(at), null, null, null, List.of());
    }

    /// Its last pass, if it ever passed.
    public Optional<Baseline> lastPass() {
        return Optional.ofNullable(baseline);
    }

    MonitorState become(Condition next, Instant at, List<Instant> downs) {
        return new MonitorState(next, baseline, incident, at, downs);
    }

    MonitorState passed(Instant at, @Nullable Integer status) {
        return new MonitorState(condition, new Baseline(at, status), incident, checkedAt, wentDown);
    }

    MonitorState in(@Nullable IncidentId joined) {
        return new MonitorState(condition, baseline, joined, checkedAt, wentDown);
    }
}
