package dev.holdfast.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/// A hostile target on a port of its own.
sealed interface HostileTarget extends AutoCloseable {

    static HostileTarget of(Hostile kind) throws IOException {
        return kind == Hostile.SILENT_BEFORE_ACCEPT ? new BlackHole() : new Scripted(kind);
    }

    /// How to ask it.
    Asking asking();

    /// How many connections have not been closed by the one who asked.
    int openConnections();

    @Override
    void close() throws IOException;

    /// Its connections are accepted, and then follow a script.
    final class Scripted implements HostileTarget {
        private final Hostile kind;
        private final ScriptedServer server;

        private Scripted(Hostile kind) throws IOException {
            this.kind = kind;
            server = ScriptedServer.playing(kind::play);
        }

        @Override
        public Asking asking() {
            return switch (kind) {
                case NEVER_ENDS_TLS -> Asking.of(URI.create("https://127.0.0.1:" + server.port() + "/"));
                case NEVER_READS -> Asking.of(server.at("/")).posting("x".repeat(10_000_000));
                default -> Asking.of(server.at("/"));
            };
        }

        @Override
        public int openConnections() {
            return server.openConnections();
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }

    /// Its queue of connections is full and nobody accepts: the system drops what asks for another.
    final class BlackHole implements HostileTarget {
        private final ServerSocket listening = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
        private final List<SocketChannel> queue = new ArrayList<>();

        private BlackHole() throws IOException {
            for (var i = 0; i < 4; i++) {
                var waiting = SocketChannel.open();
                waiting.configureBlocking(false);
                waiting.connect(listening.getLocalSocketAddress());
                queue.add(waiting);
            }
        }

        @Override
        public Asking asking() {
            return Asking.of(URI.create("http://127.0.0.1:" + listening.getLocalPort() + "/"));
        }

        @Override
        public int openConnections() {
            return 0;
        }

        @Override
        public void close() throws IOException {
            for (var waiting : queue) {
                waiting.close();
            }
            listening.close();
        }
    }
}
