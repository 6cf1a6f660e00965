package dev.holdfast.store;

import static dev.holdfast.store.Village.MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.holdfast.secret.Secret;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresqlStoreTest extends StoreContract {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static EmbeddedPostgres server;

    private final String schema = "test_" + SCHEMAS.incrementAndGet();

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    @Override
    void open() throws Exception {
        try (var any = DriverManager.getConnection(url())) {
            run(any, "create schema if not exists " + schema);
        }
        super.open();
    }

    @Override
    String url() {
        return "jdbc:postgresql://localhost:" + server.getPort()
                + "/postgres?user=postgres&password=hush&currentSchema=" + schema;
    }

    @Override
    AutoCloseable trouble() throws SQLException {
        var other = DriverManager.getConnection(url());
        run(other, "begin; lock table monitors, incidents, transitions, notices, checks in exclusive mode");
        return other;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aServerThatCutsTheConnectionIsComeBackTo() throws Exception {
        village.fails("flags", "modules", MORNING);
        try (var other = DriverManager.getConnection(url())) {
            run(
                    other,
                    "select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where application_name = 'holdfast' and pid <> pg_backend_pid()");
        }

        var opened = village.fails("users", "accounts", MORNING);
        assertThat(owed(LATER)).containsAll(opened.owed());
        await().until(() -> store.errors() > 0);
        restart();

        assertThat(store.open()).hasSize(2);
        assertThat(owed(LATER)).hasSize(2).containsAll(opened.owed());
    }

    @Test
    void whoLostItsClaimToAnotherWritesNothing() throws Exception {
        try (var other = DriverManager.getConnection(url())) {
            run(
                    other,
                    "select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where application_name = 'holdfast' and pid <> pg_backend_pid()");
            run(other, "select pg_advisory_lock(hashtext('holdfast'), hashtext(current_schema()))");

            village.fails("flags", "modules", MORNING);
            await().until(() -> store.errors() > 1);
            assertThat(store.incident(store.open().getFirst().id())).isPresent();
            run(other, "do $$ begin assert (select count(*) from incidents) = 0; end $$");
        }
        restart();
        assertThat(store.open()).hasSize(1);
    }

    @Test
    void aSecondHoldfastIsRefused() {
        assertThatThrownBy(() -> Stores.open(new StoreSettings(new Secret(url()), RETENTION), clock))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessage("localhost:" + server.getPort() + "/postgres is in use by another Holdfast. Stop that one, "
                        + "or give this one its own database or schema (?currentSchema=NAME) in store.url");
    }

    @Test
    void aServerThatIsNotThereIsNamedWithoutThePassword() {
        assertThatThrownBy(() -> opening("jdbc:postgresql://localhost:1/holdfast?user=me&password=hush"))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessage("cannot connect to localhost:1/holdfast: Connection refused. See that it is there and that "
                        + "store.url is right");
        assertThatThrownBy(() -> opening("jdbc:postgresql://localhost:port/holdfast?user=me&password=hush"))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageStartingWith("store.url is not understood")
                .hasMessageNotContaining("hush");
    }

    @Test
    void aSchemaThatIsMissingIsNamed() {
        assertThatThrownBy(() -> opening(url() + "_of_nobody"))
                .hasMessageEndingWith("/postgres has no schema " + schema
                        + "_of_nobody, which store.url names. Make it: create schema " + schema + "_of_nobody");
    }

    @Test
    void aDatabaseThatCannotHoldEveryTextIsRefused() throws Exception {
        try (var other = DriverManager.getConnection(url())) {
            run(other, "create database narrow encoding 'LATIN1' lc_collate 'C' lc_ctype 'C' template template0");
        }
        assertThatThrownBy(() -> opening(url().replace("/postgres?", "/narrow?")))
                .hasMessageContaining("Make a database with encoding UTF8");
    }

    private void opening(String url) {
        Stores.open(new StoreSettings(new Secret(url), RETENTION), clock).close();
    }
}
