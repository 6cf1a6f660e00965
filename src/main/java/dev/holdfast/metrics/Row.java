package dev.holdfast.metrics;

import dev.holdfast.incident.Incident;
import dev.holdfast.incident.Watched;
import dev.holdfast.observation.Answered;
import dev.holdfast.observation.NotTried;
import dev.holdfast.observation.Observation;
import dev.holdfast.observation.Peer;
import dev.holdfast.observation.Unanswered;
import dev.holdfast.verdict.Result;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One monitor at the moment of the scrape, with everything its series are made from.
///
/// @param incident the open incident it is a member of
record Row(Watched watched, String labels, @Nullable Incident incident, Tally tally, Instant now) {

    static Row of(Watched watched, @Nullable Incident incident, Tally tally, Instant now) {
        var subject = watched.subject();
        var labels = Line.label("monitor", subject.monitor().name()) + ',' + Line.label("group", subject.group());
        return new Row(watched, labels, incident, tally, now);
    }

    /// Its newest result; none while it is paused, for then nothing is known of the present.
    Optional<Result> latest() {
        return watched.paused() ? Optional.empty() : watched.result();
    }

    /// What was seen, if anything was: values of a check that did not happen would be made up.
    Optional<Observation> seen() {
        return latest().map(Result::observation).filter(Row::wasTried);
    }

    static boolean wasTried(Observation seen) {
        return !(seen instanceof NotTried);
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    Optional<Instant> certificateExpiry() {
        return seen().map(Row::peer).flatMap(Peer::earliestExpiry);
    }

    private static @Nullable Peer peer(Observation seen) {
        return switch (seen) {
            case Answered answered -> answered.peer();
            case Unanswered unanswered -> unanswered.peer();
            case NotTried _ -> null;
        };
    }
}
