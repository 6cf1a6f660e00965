package dev.holdfast.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/// Another process that has a SQLite file locked.
final class Locking {
    private Locking() {}

    /// Locks `url` until what is returned is closed.
    static AutoCloseable lock(String url) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Locking.class.getName(),
                        url)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = process.inputReader().readLine();
        if (!"locked".equals(said)) {
            throw new IllegalStateException("cannot lock: " + said);
        }
        return () -> process.destroyForcibly().waitFor();
    }

    public static void main(String[] args) throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(args[0]);
                var statement = connection.createStatement()) {
            statement.execute("pragma busy_timeout = 10000");
            statement.execute("begin exclusive");
            System.out.println("locked");
            var _ = System.in.read();
        }
    }
}
