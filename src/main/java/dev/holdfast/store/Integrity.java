package dev.holdfast.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteErrorCode;

/// Looks whether a SQLite file is whole before it is used. A damaged one is kept under another name and monitoring
/// starts with an empty history: not to watch would be worse.
final class Integrity {
    private static final Logger LOG = LoggerFactory.getLogger(Integrity.class);
    private static final byte[] HEADER = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    /// A history of gigabytes takes minutes to read through; what was not reached by then is taken on trust.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// How many steps of the database's own program pass between two looks at the time.
    private static final int STEPS = 1_000;

    private Integrity() {}

    /// @throws StoreUnavailable when `file` is no SQLite database, or cannot be read or moved
    static void ensure(Path file, DataSource source, Instant now) {
        try {
            if (!Files.exists(file) || Files.size(file) == 0) {
                return;
            }
            if (!isDatabase(file)) {
                throw new StoreUnavailable(file + " is not a SQLite database, so Holdfast leaves it as it is. Move it "
                        + "or change store.url");
            }
            if (isDamaged(source)) {
                moveAside(file, now);
            }
        } catch (IOException | SQLException failure) {
            throw new StoreUnavailable(
                    "cannot read " + file + ": " + failure.getMessage()
                            + ". Holdfast needs to read and write this file " + "and its folder",
                    failure);
        }
    }

    private static boolean isDatabase(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(HEADER.length), HEADER);
        }
    }

    private static boolean isDamaged(DataSource source) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            ProgressHandler.setHandler(connection, STEPS, new Deadline(System.nanoTime() + PATIENCE.toNanos()));
            try (var answer = statement.executeQuery("pragma quick_check(1)")) {
                return answer.next() && !"ok".equals(answer.getString(1));
            }
        } catch (SQLException failure) {
            return switch (SQLiteErrorCode.getErrorCode(failure.getErrorCode() & 0xff)) {
                case SQLITE_CORRUPT, SQLITE_NOTADB -> true;
                case SQLITE_INTERRUPT -> false;
                default -> throw failure;
            };
        }
    }

    private static void moveAside(Path file, Instant now) throws IOException {
        var mark = ".damaged-"
                + DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
                        .withZone(ZoneOffset.UTC)
                        .format(now);
        for (var part : List.of("", "-wal", "-shm")) {
            var from = Path.of(file + part);
            if (Files.exists(from)) {
                Files.move(from, Path.of(file + mark + part));
            }
        }
        LOG.error(
                "{} is damaged. It is kept as {}{}; monitoring goes on with an empty history, and incidents that are "
                        + "open will be announced again",
                file,
                file,
                mark);
    }

    /// The driver's own time limit only covers waiting for locks.
    private static final class Deadline extends ProgressHandler {
        private final long nanoTime;

        Deadline(long nanoTime) {
            this.nanoTime = nanoTime;
        }

        @Override
        protected int progress() {
            return System.nanoTime() - nanoTime < 0 ? 0 : 1;
        }
    }
}
