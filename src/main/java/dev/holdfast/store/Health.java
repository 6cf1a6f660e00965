package dev.holdfast.store;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether the database takes what is written. Says so once when it stops and once when it works again. Failures and
/// successes come from the writer's thread alone.
final class Health {
    private static final Logger LOG = LoggerFactory.getLogger(Health.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final String database;
    private final InstantSource clock;
    private final AtomicLong errors = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private volatile int failures;
    private volatile @Nullable StoreTrouble trouble;
    private long failingSince;
    private long retryAt;

    Health(String database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// How many times anything failed.
    long errors() {
        return errors.get();
    }

    /// What is wrong with it, empty while it works.
    Optional<StoreTrouble> trouble() {
        return Optional.ofNullable(trouble);
    }

    /// Whether the last try failed.
    boolean isFailing() {
        return failures > 0;
    }

    /// Whether enough time has passed since a failure to try again.
    boolean mayTry() {
        return !isFailing() || System.nanoTime() - retryAt >= 0;
    }

    /// A failure that writing does not have to wait for.
    void counted() {
        errors.incrementAndGet();
    }

    void failed(Throwable failure) {
        counted();
        var now = System.nanoTime();
        var since = trouble == null ? clock.instant() : trouble.since();
        trouble = new StoreTrouble(since, reason(failure));
        if (!isFailing()) {
            failingSince = now;
            LOG.error(
                    "{} takes nothing ({}). Monitoring and alerts go on from memory; what is decided is kept and "
                            + "written when it works again",
                    database,
                    reason(failure));
        }
        retryAt = now + wait(failures).toNanos();
        failures = Math.addExact(failures, 1);
    }

    /// What went wrong, in the words of whatever went wrong first.
    static String reason(Throwable failure) {
        var root = failure;
        while (root.getCause() != null && !(root instanceof StoreUnavailable)) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
    }

    private static Duration wait(int failures) {
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures, 10));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    /// Part of the history had to make room.
    void dropped(int checks) {
        dropped.addAndGet(checks);
    }

    void works() {
        if (isFailing()) {
            LOG.warn(
                    "{} works again after {} s and {} failed tries. All decisions are written; {} checks of the history "
                            + "were dropped",
                    database,
                    Duration.ofNanos(System.nanoTime() - failingSince).toSeconds(),
                    failures,
                    dropped.getAndSet(0));
            failures = 0;
            trouble = null;
        }
    }
}
