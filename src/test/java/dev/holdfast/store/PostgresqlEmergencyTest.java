package dev.holdfast.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresqlEmergencyTest extends EmergencyContract {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    @TempDir
    private static Path folder;

    private static int port;
    private static EmbeddedPostgres server;
    private static Wire wire;

    private final String schema = "test_" + SCHEMAS.incrementAndGet();
    private int by = port;

    @BeforeAll
    static void start() throws IOException {
        try (var any = new ServerSocket(0)) {
            port = any.getLocalPort();
        }
        server = started();
        wire = new Wire(port);
    }

    private static EmbeddedPostgres started() throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        wire.close();
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
        return "jdbc:postgresql://localhost:" + by + "/postgres?user=postgres&currentSchema=" + schema;
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
    void theServerMayStopAndStart() throws Exception {
        livesThrough(() -> {
            server.close();
            return () -> server = started();
        });
    }

    @Test
    void theNetworkMayBeCut() throws Exception {
        close();
        by = wire.port();
        open();
        livesThrough(wire::cut);
    }
}
