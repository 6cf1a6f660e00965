package dev.holdfast.store;

import static dev.holdfast.store.Village.MORNING;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteEmergencyTest extends EmergencyContract {
    @TempDir
    private Path folder;

    @Override
    String url() {
        return "jdbc:sqlite:" + data().resolve("holdfast.db");
    }

    private Path data() {
        return folder.resolve("data");
    }

    @Override
    AutoCloseable trouble() throws Exception {
        var other = DriverManager.getConnection(url());
        try (var statement = other.createStatement()) {
            statement.execute("begin exclusive");
        }
        return other;
    }

    @Test
    void anotherProcessMayLockTheFile() throws Exception {
        livesThrough(() -> Locking.lock(url()));
    }

    @Test
    void theDiskMayBeFull() throws Exception {
        close();
        try (var _ = Mount.small(data())) {
            open();
            livesThrough(this::full);
            close();
        }
    }

    private AutoCloseable full() throws IOException {
        var filler = data().resolve("filler");
        try (var out = Files.newOutputStream(filler, StandardOpenOption.CREATE_NEW)) {
            while (true) {
                out.write(new byte[1024]);
            }
        } catch (IOException noSpaceLeft) {
            return () -> Files.delete(filler);
        }
    }

    @Test
    void theFileMayBeDeleted() throws Exception {
        livesThrough(() -> {
            Files.delete(data().resolve("holdfast.db"));
            return () -> {};
        });
    }

    @Test
    void theFileMayBeReplacedByAnEmptyOne() throws Exception {
        livesThrough(() -> {
            Files.move(Files.createFile(folder.resolve("empty")), data().resolve("holdfast.db"), REPLACE_EXISTING);
            return () -> {};
        });
    }

    @Test
    void theFileMayBecomeReadOnly() throws Exception {
        livesThrough(this::readOnly);
    }

    /// Who has the file open may go on writing, so it begins with a lock that makes the store open it again.
    private AutoCloseable readOnly() throws Exception {
        try (var _ = trouble()) {
            store.record(Village.failure("users", "accounts", MORNING, "expected 401, got 500"));
            await().until(() -> store.trouble().isPresent());
            return Mount.readOnly(data());
        }
    }
}
