package dev.holdfast.store;

import java.time.InstantSource;
import org.jdbi.v3.core.ConnectionException;

/// Opens stores.
public final class Stores {
    private Stores() {}

    /// Opens the store at `settings`, makes it when there is none, and brings back what it remembers.
    ///
    /// @param clock what the time is, for what is too old to keep
    /// @throws StoreUnavailable when the place cannot be used: not reachable or writable, no database, made by a
    /// newer Holdfast, or in use by another one
    public static Store open(StoreSettings settings, InstantSource clock) {
        var database = Database.at(settings.url().reveal(), clock.instant());
        var writing = new Session(database::claim);
        try {
            reach(database, writing);
            Migrations.run(database);
            return SqlStore.recall(database, writing, settings.retention(), clock);
        } catch (RuntimeException failure) {
            writing.close();
            database.close();
            throw failure;
        }
    }

    private static void reach(Database database, Session writing) {
        try {
            writing.run(_ -> {});
        } catch (ConnectionException failure) {
            throw new StoreUnavailable(
                    "cannot connect to " + database + ": " + Health.reason(failure) + ". See that it is there and that "
                            + "store.url is right",
                    failure);
        }
    }
}
