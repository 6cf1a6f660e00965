package dev.holdfast.store;

import java.time.InstantSource;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What has to be done before a database that failed is tried again. Runs on the writer's thread.
///
/// @param letGo ends all other use of it: connections of one process share what they know of a SQLite file, so that one
/// that found it read-only would keep all others from writing, and one to a lost file would delete files of the new one
/// @param everything what memory knows
record Recovery(Database database, InstantSource clock, Runnable letGo, Supplier<Unwritten> everything) {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    /// Lets go of it. Where it is lost, makes it anew and adds to `rows` what memory knows and has to be written again.
    ///
    /// @throws StoreUnavailable when it cannot be made
    void of(Unwritten rows) {
        letGo.run();
        if (database.isLost()) {
            database.makeAnew(clock.instant());
            Migrations.run(database);
            rows.addAll(everything.get());
            LOG.warn("{} was lost and is made anew from memory; the history of checks before is gone", database);
        }
    }
}
