package dev.holdfast.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// A PostgreSQL database, or a schema of one.
final class Postgresql implements Database {
    static final String SCHEME = "jdbc:postgresql:";

    private static final int CONNECT_SECONDS = 5;

    /// A server that says nothing for this long is gone.
    private static final int SILENCE_SECONDS = 10;

    /// Waits for the one who has it, because after a crash the server needs a moment to see that nobody does.
    private static final String CLAIM = """
            set lock_timeout = '2s';
            select pg_advisory_lock(hashtext('holdfast'), hashtext(current_schema()))""";

    /// One character that the database cannot hold would block all that is to be written.
    private static final Set<String> HOLD_EVERYTHING = Set.of("UTF8", "SQL_ASCII");

    private static final String TAKEN = "55P03";

    /// Waits end on the server before the connection is given up. The server must soon notice when this end is gone
    /// without a word, for until then it keeps the claim.
    private static final String MANNERS = """
            set lock_timeout = '1s'; set statement_timeout = '8s'; set idle_in_transaction_session_timeout = '30s';
            set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5""";

    private final PGSimpleDataSource source;

    private Postgresql(PGSimpleDataSource source) {
        this.source = source;
    }

    static Postgresql at(String url) {
        var source = new PGSimpleDataSource();
        try {
            source.setUrl(url);
        } catch (IllegalArgumentException withThePasswordInIt) {
            throw new StoreUnavailable("store.url is not understood; write " + SCHEME
                    + "//HOST:PORT/DATABASE?user=NAME&password=PASSWORD");
        }
        source.setApplicationName("holdfast");
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setLoginTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(SILENCE_SECONDS);
        source.setTcpKeepAlive(true);
        return new Postgresql(source);
    }

    @Override
    public DataSource source() {
        return source;
    }

    @Override
    public Connection claim() throws SQLException {
        var connection = source.getConnection();
        try (var statement = connection.createStatement()) {
            refuseUnfit(statement);
            keepOthersOut(statement);
            statement.execute(MANNERS);
            return connection;
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    private void keepOthersOut(Statement statement) throws SQLException {
        try {
            statement.execute(CLAIM);
        } catch (SQLException failure) {
            if (TAKEN.equals(failure.getSQLState())) {
                throw new StoreUnavailable(this + " is in use by another Holdfast. Stop that one, or give this one its "
                        + "own database or schema (?currentSchema=NAME) in store.url");
            }
            throw failure;
        }
    }

    private void refuseUnfit(Statement statement) throws SQLException {
        try (var answer = statement.executeQuery("select current_setting('server_encoding'), current_schema()")) {
            answer.next();
            if (!HOLD_EVERYTHING.contains(answer.getString(1))) {
                throw new StoreUnavailable(this + " is encoded in " + answer.getString(1)
                        + ", which does not hold every text. Make a database with encoding UTF8");
            }
            if (answer.getString(2) == null) {
                throw new StoreUnavailable(this + " has no schema " + source.getCurrentSchema()
                        + ", which store.url names. Make it: create schema " + source.getCurrentSchema());
            }
        }
    }

    @Override
    public void ensureThere() {
        // It is where the connection is.
    }

    @Override
    public boolean isLost() {
        return false;
    }

    @Override
    public void makeAnew(Instant now) {
        throw new IllegalStateException("a server's database is never lost");
    }

    @Override
    public Map<String, String> words() {
        return Map.of("clustered", "");
    }

    @Override
    public void close() {
        // The claim ends with its connection.
    }

    @Override
    public String toString() {
        return source.getServerNames()[0] + ":" + source.getPortNumbers()[0] + "/" + source.getDatabaseName();
    }
}
