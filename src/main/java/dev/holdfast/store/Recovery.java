package dev.holdfast.store;

import java.time.InstantSource;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes a database anew that is not there any more, with all that memory knows. Runs on the writer's thread.
///
/// @param letGo ends all other use of the one that was lost: its last user would delete files of the new one
/// @param everything what memory knows
record Recovery(Database database, InstantSource clock, Runnable letGo, Supplier<Unwritten> everything) {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    /// Where the database is lost, makes it anew and adds to `rows` what has to be written again.
    ///
    /// @throws StoreUnavailable when it cannot be made
    void of(Unwritten rows) {
        if (database.isLost()) {
            letGo.run();
            database.makeAnew(clock.instant());
            Migrations.run(database);
            rows.addAll(everything.get());
            LOG.warn("{} was lost and is made anew from memory; the history of checks before is gone", database);
        }
    }
}
