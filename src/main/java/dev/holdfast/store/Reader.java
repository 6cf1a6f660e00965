package dev.holdfast.store;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the database one question at a time. A database in trouble answers nothing, which pages show as no history.
final class Reader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Reader.class);

    private static final Duration REST = Duration.ofSeconds(1);

    private final Session session;
    private final Health health;
    private final ReentrantLock lock = new ReentrantLock();
    private long failedAt;

    Reader(Session session, Health health) {
        this.session = session;
        this.health = health;
    }

    <T> T ask(T otherwise, Function<Handle, T> question) {
        lock.lock();
        try {
            return isResting() ? otherwise : session.ask(question);
        } catch (RuntimeException failure) {
            health.counted();
            LOG.debug("cannot read", failure);
            failedAt = System.nanoTime();
            return otherwise;
        } finally {
            letGoInTrouble();
            lock.unlock();
        }
    }

    /// A connection that was opened in trouble must not outlive it: one to a read-only file keeps the whole process
    /// from writing, and one to a file that was deleted keeps the new one from being made.
    private void letGoInTrouble() {
        if (health.isFailing()) {
            session.close();
        }
    }

    /// Pages that ask all at once must not wait one after the other for a database that is gone.
    private boolean isResting() {
        return failedAt != 0 && System.nanoTime() - failedAt < REST.toNanos();
    }

    @Override
    public void close() {
        lock.lock();
        try {
            session.close();
        } finally {
            lock.unlock();
        }
    }
}
