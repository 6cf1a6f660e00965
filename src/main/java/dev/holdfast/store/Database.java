package dev.holdfast.store;

import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;

/// A database that was claimed for this process, and what is particular to its kind. `toString` names it without
/// secrets.
interface Database extends AutoCloseable {

    /// Claims the database at `url`.
    ///
    /// @param now names what has to be moved out of the way
    /// @throws StoreUnavailable when it cannot be used, or another process has it
    static Database claim(String url, Instant now) {
        if (url.startsWith(Sqlite.SCHEME)) {
            return Sqlite.claim(url, now);
        }
        throw new StoreUnavailable("store.url must begin with " + Sqlite.SCHEME
                + " and name a file, such as jdbc:sqlite:data/holdfast.db");
    }

    /// Connections that write.
    DataSource writing();

    /// Connections that only read, and never wait for the one that writes.
    DataSource reading();

    /// What the migrations have to say differently here.
    Map<String, String> words();

    /// Lets go of it.
    @Override
    void close();
}
