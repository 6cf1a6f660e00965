package dev.holdfast.store;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A commit that is to come, shared by all whose decisions it will carry.
final class Commit {
    private final CountDownLatch over = new CountDownLatch(1);

    /// The commit of nothing, which is over.
    static Commit none() {
        var commit = new Commit();
        commit.over();
        return commit;
    }

    /// It was tried: all is durable, or the database is in trouble.
    void over() {
        over.countDown();
    }

    /// Waits until it was tried, at most `patience`.
    void await(Duration patience) {
        try {
            var _ = over.await(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
