package dev.holdfast.store;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that writes. What comes while it commits goes into the next commit, all of it: callers that wait
/// share commits, and what is on disk is always all that was decided up to some moment.
final class Writer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    /// How long what nobody waits for is gathered.
    private static final long GATHERING_MILLIS = 250;

    private static final Duration GOODBYE = Duration.ofSeconds(10);

    private final Database database;
    private final Session session;
    private final Health health;
    private final Recovery recovery;
    private final Retention retention;
    private final ReentrantLock lock = new ReentrantLock();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("store-writer").daemon().factory());

    private Unwritten unwritten = Unwritten.nothing();
    private Commit commit = new Commit();
    private boolean hurrying;
    private boolean closing;

    /// Some of what is unwritten, taken out to be written.
    private record Batch(Unwritten rows, Commit commit) {}

    Writer(Database database, Session session, Health health, Recovery recovery, Retention retention) {
        this.database = database;
        this.session = session;
        this.health = health;
        this.recovery = recovery;
        this.retention = retention;
    }

    void start() {
        var _ = thread.scheduleWithFixedDelay(this::round, 0, GATHERING_MILLIS, TimeUnit.MILLISECONDS);
    }

    /// Adds `change` to what has to be written: at once, or with the next round. There is nothing to wait for while
    /// the database is in trouble.
    Commit write(boolean atOnce, Consumer<Unwritten> change) {
        lock.lock();
        try {
            change.accept(unwritten);
            if (closing || health.isFailing()) {
                return Commit.none();
            }
            if (atOnce && !hurrying) {
                hurrying = true;
                thread.execute(this::flush);
            }
            return commit;
        } finally {
            lock.unlock();
        }
    }

    /// Adds to the history.
    void write(Unwritten.Checked checked) {
        var _ = write(false, rows -> health.dropped(rows.add(checked)));
    }

    private void round() {
        flush();
        if (!health.isFailing()) {
            retention.round(session);
        }
    }

    private void flush() {
        if (health.mayTry()) {
            write(take());
        }
    }

    private void write(Batch batch) {
        if (!batch.rows().isEmpty()) {
            try {
                if (health.isFailing()) {
                    recovery.of(batch.rows());
                }
                session.run(handle -> {
                    database.ensureThere();
                    Tables.write(handle, batch.rows());
                });
                health.works();
            } catch (RuntimeException | Error failure) {
                giveBack(batch.rows(), failure);
            }
        }
        batch.commit().over();
    }

    private Batch take() {
        lock.lock();
        try {
            var batch = new Batch(unwritten, commit);
            unwritten = Unwritten.nothing();
            commit = new Commit();
            hurrying = false;
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /// What could not be written stays unwritten, and whoever waits for more to be written waits in vain.
    private void giveBack(Unwritten rows, Throwable failure) {
        lock.lock();
        try {
            health.failed(failure);
            health.dropped(rows.addAll(unwritten));
            unwritten = rows;
            commit.over();
            commit = new Commit();
        } finally {
            lock.unlock();
        }
    }

    /// Writes what is left, as far as the database takes it.
    @Override
    public void close() {
        lock.lock();
        try {
            if (closing) {
                return;
            }
            closing = true;
            thread.execute(this::writeTheRest);
        } finally {
            lock.unlock();
        }
        thread.shutdown();
        awaitEnd();
        if (!take().rows().isEmpty()) {
            LOG.error("closed while the database took nothing: what was decided since then is lost");
        }
        session.close();
    }

    private void writeTheRest() {
        write(take());
        if (health.isFailing()) {
            write(take());
        }
    }

    private void awaitEnd() {
        try {
            if (!thread.awaitTermination(GOODBYE.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
