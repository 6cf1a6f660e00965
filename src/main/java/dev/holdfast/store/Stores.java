package dev.holdfast.store;

import java.time.InstantSource;

/// Opens stores.
public final class Stores {
    private Stores() {}

    /// Opens the store at `settings`, makes it when there is none, and brings back what it remembers.
    ///
    /// @param clock what the time is, for what is too old to keep
    /// @throws StoreUnavailable when the place cannot be used: not reachable or writable, no database, made by a
    /// newer Holdfast, or in use by another one
    public static Store open(StoreSettings settings, InstantSource clock) {
        var database = Database.claim(settings.url().reveal(), clock.instant());
        try {
            Migrations.run(database);
            return SqlStore.recall(database, settings.retention(), clock);
        } catch (RuntimeException failure) {
            database.close();
            throw failure;
        }
    }
}
