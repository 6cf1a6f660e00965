package dev.holdfast.store;

import static dev.holdfast.store.Village.MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.holdfast.secret.Secret;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteStoreTest extends StoreContract {
    @TempDir
    Path folder;

    @Override
    String url() {
        return "jdbc:sqlite:" + file();
    }

    private Path file() {
        return folder.resolve("data/deep/holdfast.db");
    }

    @Override
    AutoCloseable trouble() throws SQLException {
        var other = DriverManager.getConnection(url());
        run(other, "begin exclusive");
        return other;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aDiskThatTakesNothingStopsNothing() throws Exception {
        try (var other = DriverManager.getConnection(url())) {
            run(other, "create trigger full before insert on incidents begin select raise(abort, 'disk full'); end");
            var opened = village.fails("flags", "modules", MORNING);
            assertThat(owed(LATER)).isEqualTo(opened.owed());
            assertThat(store.errors()).isPositive();
            run(other, "drop trigger full");
        }
        var errors = store.errors();
        village.passes("users", MORNING);
        await().until(() -> rows("incidents") == 1);
        assertThat(store.errors()).isLessThanOrEqualTo(errors + 1);
    }

    @Test
    void aFileThatIsGoneIsNoticedAndCaughtUpWithWhenItIsBack() throws Exception {
        village.fails("flags", "modules", MORNING);
        var elsewhere = Files.move(file().getParent(), folder.resolve("elsewhere"));

        var opened = village.fails("users", "accounts", MORNING);
        assertThat(owed(LATER)).containsAll(opened.owed());
        assertThat(store.errors()).isPositive();
        Files.move(elsewhere, file().getParent());

        await().until(() -> rows("incidents") == 2);
    }

    @Test
    void nothingIsOfferedBeforeItIsOnDisk() {
        var onDisk = new ArrayList<Integer>();
        store.outbox().onOwed(() -> onDisk.add(rows("notices")));

        village.fails("flags", "modules", MORNING);
        village.fails("users", "accounts", MORNING);

        assertThat(onDisk).containsExactly(1, 2);
    }

    private int rows(String table) {
        try (var other = DriverManager.getConnection(url());
                var statement = other.createStatement();
                var answer = statement.executeQuery("select count(*) from " + table)) {
            return answer.getInt(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void aDamagedFileIsKeptAsideAndMonitoringGoesOn() throws Exception {
        village.fails("flags", "modules", MORNING);
        close();
        try (var damaged = new RandomAccessFile(file().toFile(), "rw")) {
            damaged.seek(4096);
            damaged.write(new byte[(int) damaged.length() - 4096]);
        }

        open();

        assertThat(store.known()).isEmpty();
        assertThat(village.fails("flags", "modules", MORNING).owed()).hasSize(1);
        try (var files = Files.list(file().getParent())) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .contains("holdfast.db.damaged-20260102T080000Z");
        }
    }

    @Test
    void aSecondHoldfastIsRefused() {
        assertThatThrownBy(() -> Stores.open(new StoreSettings(new Secret(url()), RETENTION), clock))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessage(file() + " is in use by another Holdfast (process "
                        + ProcessHandle.current().pid() + "). Stop that one, or give this one its own store.url");
    }

    @Test
    void aStoreOfANewerHoldfastIsLeftAlone() throws Exception {
        close();
        try (var other = DriverManager.getConnection(url())) {
            run(
                    other,
                    "insert into schema_history select 99, '99', 'future', type, 'V99__future.sql', checksum,"
                            + " installed_by, installed_on, execution_time, success from schema_history where installed_rank = 1");
        }
        assertThatThrownBy(this::open)
                .isInstanceOf(StoreUnavailable.class)
                .hasMessage(file() + " was made by a newer Holdfast (its schema is 99). Run that one, or change "
                        + "store.url");
        try (var other = DriverManager.getConnection(url())) {
            run(other, "delete from schema_history where version = '99'");
        }
        open();
    }

    @Test
    void aFileThatIsNoDatabaseIsLeftAlone() throws Exception {
        var letter = Files.writeString(folder.resolve("letter.txt"), "Dear reader, this is not a database.");

        assertThatThrownBy(() -> opening("jdbc:sqlite:" + letter))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessage(letter + " is not a SQLite database, so Holdfast leaves it as it is. Move it or change "
                        + "store.url");
        assertThat(letter).content().startsWith("Dear reader");
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws Exception {
        var letter = Files.writeString(folder.resolve("letter.txt"), "Dear reader");

        assertThatThrownBy(() -> opening("jdbc:sqlite:" + letter.resolve("holdfast.db")))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessage("cannot make the folder " + letter + " for the store: " + letter
                        + " is a file. Remove it or change store.url");
    }

    @Test
    void aFolderInThePlaceOfTheFileIsNamed() {
        assertThatThrownBy(() -> opening("jdbc:sqlite:" + folder))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageStartingWith(folder + " is not a file that can be read and written.");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:sqlite:, names no file",
        "jdbc:sqlite::memory:, names no file",
        "jdbc:oracle:thin:secret@db, must begin with jdbc:sqlite: or jdbc:postgresql:"
    })
    void aPlaceThatRemembersNothingIsRefused(String url, String why) {
        assertThatThrownBy(() -> opening(url))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining(why)
                .hasMessageNotContaining("secret");
    }

    private void opening(String url) {
        Stores.open(new StoreSettings(new Secret(url), RETENTION), clock).close();
    }
}
