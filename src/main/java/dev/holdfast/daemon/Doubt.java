package dev.holdfast.daemon;

import dev.holdfast.incident.Surroundings;
import dev.holdfast.observation.Observation;
import dev.holdfast.observation.Unanswered;
import dev.holdfast.store.Store;
import dev.holdfast.verdict.Judgement;
import dev.holdfast.verdict.Result;
import dev.holdfast.verdict.Verdict;
import java.time.Duration;

/// What Holdfast doubts before it believes a failure: that it was running, that it could see, and that anybody wants
/// to be told.
final class Doubt {
    private static final Duration AT_LEAST = Duration.ofMillis(250);
    private static final int PART = 4;

    private final Pulse pulse;
    private final Lookout lookout;
    private final Outlook outlook;
    private final Store store;

    Doubt(Pulse pulse, Lookout lookout, Outlook outlook, Store store) {
        this.pulse = pulse;
        this.lookout = lookout;
        this.outlook = outlook;
        this.store = store;
    }

    /// `judged`, or `unknown` when Holdfast itself stood still for a good part of the time in which `seen` got no
    /// answer. An answer always counts.
    Judgement about(Observation seen, Judgement judged) {
        if (!(seen instanceof Unanswered) || judged.verdict() != Verdict.FAIL) {
            return judged;
        }
        var still = pulse.stoodStill(seen.took());
        boolean isMuch =
                still.compareTo(AT_LEAST) > 0 && still.multipliedBy(PART).compareTo(seen.took()) > 0;
        return isMuch ? Judgement.unknown("Holdfast itself stood still for " + still.toMillis() + " ms of it") : judged;
    }

    /// What the decision about `result` has to know.
    Surroundings surroundings(Result result) {
        return outlook.surroundings().seen(lookout.sight(result, store.state(result.monitor())));
    }
}
