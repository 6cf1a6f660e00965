package dev.holdfast.crash;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Endpoints that break and heal together, and what their history makes certain.
///
/// A daemon asks one endpoint again only when it is done with the answer before: once it has asked one more time than
/// it needs to be certain, it was certain, and that is on disk.
final class Group {
    /// One failure and as many repetitions as any failure needs.
    private static final int FAILURES_NEEDED = 3;

    private static final int PASSES_NEEDED = 1;

    private final String name;
    private final int size;
    private final boolean isPatient;
    private final Map<Integer, Integer> asked = new HashMap<>();
    private final List<Phase> phases = new ArrayList<>();
    private boolean certain;

    /// A time in which all endpoints answer the same.
    ///
    /// @param failure the body they fail with, null while they are well
    record Phase(@Nullable String failure, Instant since) {
        boolean isBroken() {
            return failure != null;
        }
    }

    /// @param isPatient whether it changes only when the daemon is certain of how it was before, so that the number
    /// of its incidents is known
    Group(String name, int size, boolean isPatient) {
        this.name = name;
        this.size = size;
        this.isPatient = isPatient;
        phases.add(new Phase(null, Instant.now()));
    }

    String name() {
        return name;
    }

    int size() {
        return size;
    }

    boolean isPatient() {
        return isPatient;
    }

    synchronized boolean isBroken() {
        return phases.getLast().isBroken();
    }

    /// The times in which it was broken.
    synchronized List<Phase> broken() {
        return phases.stream().filter(Phase::isBroken).toList();
    }

    /// The daemon runs anew: what it asks from now on says nothing of what it was asked before.
    synchronized void newLife() {
        asked.clear();
    }

    /// What endpoint `member` answers; null when it is well.
    synchronized @Nullable String answer(int member) {
        asked.merge(member, 1, Integer::sum);
        certain = certain || isCertainNow();
        return phases.getLast().failure();
    }

    private boolean isCertainNow() {
        return isBroken()
                ? asked.values().stream().anyMatch(times -> times > FAILURES_NEEDED)
                : asked.size() == size && asked.values().stream().allMatch(times -> times > PASSES_NEEDED);
    }

    /// Whether it may change.
    synchronized boolean mayTurn() {
        return certain || !isPatient;
    }

    /// All endpoints break with `failure` from now on, or are well when it is null.
    synchronized void turn(@Nullable String failure) {
        phases.add(new Phase(failure, Instant.now()));
        asked.clear();
        certain = false;
    }
}
