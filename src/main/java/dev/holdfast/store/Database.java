package dev.holdfast.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;

/// A place to remember, and what is particular to its kind. `toString` names it without secrets.
interface Database extends AutoCloseable {

    /// The database at `url`.
    ///
    /// @param now names what has to be moved out of the way
    /// @throws StoreUnavailable when it cannot be used
    static Database at(String url, Instant now) {
        if (url.startsWith(Sqlite.SCHEME)) {
            return Sqlite.at(url, now);
        }
        if (url.startsWith(Postgresql.SCHEME)) {
            return Postgresql.at(url);
        }
        throw new StoreUnavailable("store.url must begin with " + Sqlite.SCHEME + " or " + Postgresql.SCHEME
                + ", such as jdbc:sqlite:data/holdfast.db");
    }

    /// Connections to read with, which never wait for the one that writes, and to change tables with.
    DataSource source();

    /// The connection to write with. As long as it is open, no other Holdfast writes here.
    ///
    /// @throws StoreUnavailable when another Holdfast does
    Connection claim() throws SQLException;

    /// Looks whether what was claimed is still there, where the connection alone would not notice.
    ///
    /// @throws StoreUnavailable when it is not
    void ensureThere();

    /// Whether what was claimed is gone for good or another one is in its place. To be asked when nobody writes.
    boolean isLost();

    /// Makes a new one in the place of what was lost, or takes the one that is there.
    ///
    /// @param now names what has to be moved out of the way
    /// @throws StoreUnavailable when it cannot be used
    void makeAnew(Instant now);

    /// What the migrations have to say differently here.
    Map<String, String> words();

    /// Lets go of it.
    @Override
    void close();
}
