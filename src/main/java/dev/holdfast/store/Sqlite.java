package dev.holdfast.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/// A SQLite file, in write-ahead mode: readers go on while the one writer writes.
final class Sqlite implements Database {
    static final String SCHEME = "jdbc:sqlite:";

    /// How long one statement waits for somebody else's lock; the writer tries again after that.
    private static final int BUSY_MILLIS = 1_000;

    private final Path file;
    private final FileClaim alone;

    private Sqlite(Path file, FileClaim alone) {
        this.file = file;
        this.alone = alone;
    }

    static Sqlite at(String url, Instant now) {
        var file = file(url);
        makeFolder(file);
        var sqlite = new Sqlite(file, FileClaim.of(file));
        try {
            Integrity.ensure(file, sqlite.source(), now);
            return sqlite;
        } catch (RuntimeException failure) {
            sqlite.close();
            throw failure;
        }
    }

    private static Path file(String url) {
        var name = url.substring(SCHEME.length()).split("\\?", 2)[0];
        if (name.isBlank() || name.startsWith(":") || name.startsWith("file:")) {
            throw new StoreUnavailable(
                    "store.url " + url + " names no file; write a path, such as " + "jdbc:sqlite:data/holdfast.db");
        }
        return Path.of(name);
    }

    private static void makeFolder(Path file) {
        var folder = file.toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException inTheWay) {
            throw new StoreUnavailable(
                    "cannot make the folder " + folder + " for the store: " + inTheWay.getMessage()
                            + " is a file. Remove it or change store.url",
                    inTheWay);
        } catch (IOException failure) {
            throw new StoreUnavailable(
                    "cannot make the folder " + folder + " for the store. Make it and give the user that runs Holdfast "
                            + "the right to write there, or change store.url",
                    failure);
        }
    }

    @Override
    public DataSource source() {
        return source(usual());
    }

    @Override
    public Connection claim() throws SQLException {
        var config = usual();
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        return source(config).getConnection();
    }

    private DataSource source(SQLiteConfig config) {
        var source = new SQLiteDataSource(config);
        source.setUrl(SCHEME + file);
        return source;
    }

    private static SQLiteConfig usual() {
        var config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MILLIS);
        return config;
    }

    @Override
    public Map<String, String> words() {
        return Map.of("clustered", "without rowid");
    }

    @Override
    public void close() {
        alone.close();
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
