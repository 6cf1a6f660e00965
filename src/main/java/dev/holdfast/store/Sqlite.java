package dev.holdfast.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/// A SQLite file, in write-ahead mode: readers go on while the one writer writes.
final class Sqlite implements Database {
    static final String SCHEME = "jdbc:sqlite:";

    /// How long one statement waits for somebody else's lock; the writer tries again after that.
    private static final int BUSY_MILLIS = 1_000;

    private final SqliteFile file;
    private final FileClaim alone;

    /// What tells the claimed file from another one of its name.
    private volatile @Nullable Object identity;

    /// The claimed file, kept open: of a file that is gone the system gives the identity to the next one. Closed only
    /// when the file is another one or nobody uses it any more, for that ends all locks this process has on it.
    private @Nullable FileChannel held;

    private Sqlite(SqliteFile file, FileClaim alone) {
        this.file = file;
        this.alone = alone;
    }

    static Sqlite at(String url, Instant now) {
        var file = SqliteFile.of(url);
        file.prepare();
        var sqlite = new Sqlite(file, FileClaim.of(file.path()));
        try {
            sqlite.makeAnew(now);
            return sqlite;
        } catch (RuntimeException failure) {
            sqlite.close();
            throw failure;
        }
    }

    @Override
    public DataSource source() {
        return source(usual());
    }

    @Override
    public Connection claim() throws SQLException {
        hold(file.identity());
        var config = usual();
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        return source(config).getConnection();
    }

    private void hold(@Nullable Object found) {
        if (held == null || !Objects.equals(identity, found)) {
            letGo();
            held = file.open();
            identity = found;
        }
    }

    private void letGo() {
        try (var _ = held) {
            held = null;
        } catch (IOException ignored) {
            // Nothing was written by it.
        }
    }

    @Override
    public void ensureThere() {
        if (!Objects.equals(identity, file.identity())) {
            throw new StoreUnavailable(file + " was replaced while Holdfast was writing to it");
        }
    }

    private DataSource source(SQLiteConfig config) {
        var source = new SQLiteDataSource(config);
        source.setUrl(SCHEME + file.path());
        return source;
    }

    private static SQLiteConfig usual() {
        var config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MILLIS);
        // The file is made on purpose and never by opening it: one that was deleted must be noticed.
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        return config;
    }

    /// As long as its folder is gone too, both may come back, as when a disk is mounted again.
    @Override
    public boolean isLost() {
        return file.hasFolder() && !(file.exists() && Objects.equals(identity, file.identity()));
    }

    @Override
    public void makeAnew(Instant now) {
        Integrity.ensure(file.path(), source(), now);
        file.make();
    }

    @Override
    public Map<String, String> words() {
        return Map.of("clustered", "without rowid");
    }

    @Override
    public void close() {
        letGo();
        alone.close();
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
