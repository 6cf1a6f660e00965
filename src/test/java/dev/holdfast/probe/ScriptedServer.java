package dev.holdfast.probe;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// A server that does to each connection what a test says, byte by byte, and remembers what it was asked.
final class ScriptedServer implements AutoCloseable {
    private final ServerSocket listening;
    private final Script script;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /// What to do to one connection, which is closed afterwards.
    @FunctionalInterface
    interface Script {
        void play(Talk talk) throws IOException, InterruptedException;
    }

    /// One connection.
    final class Talk {
        private final Socket socket;

        private Talk(Socket socket) {
            this.socket = socket;
        }

        /// Reads a request to the end of its headers.
        String hear() throws IOException {
            var request = ScriptedServer.hear(socket.getInputStream());
            requests.add(request);
            return request;
        }

        void say(String text) throws IOException {
            say(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        void say(byte[] bytes) throws IOException {
            out().write(bytes);
            out().flush();
        }

        InputStream in() throws IOException {
            return socket.getInputStream();
        }

        OutputStream out() throws IOException {
            return socket.getOutputStream();
        }

        /// Says `bytes` again and again until the peer has gone.
        void sayForEver(byte[] bytes) throws IOException {
            while (true) {
                out().write(bytes);
            }
        }

        void sayForEver(String text) throws IOException {
            sayForEver(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        /// Says no more, and goes on listening.
        void finish() throws IOException {
            socket.shutdownOutput();
        }

        /// Until the peer has gone.
        void awaitTheEnd() throws IOException {
            while (socket.getInputStream().read() >= 0) {
                // What else the peer says is of no interest.
            }
        }

        /// Closes with a reset.
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }

    private ScriptedServer(ServerSocket listening, Script script) {
        this.listening = listening;
        this.script = script;
        Thread.ofVirtual().start(this::serve);
    }

    static ScriptedServer on(ServerSocket listening, Script script) {
        return new ScriptedServer(listening, script);
    }

    /// On a free port of 127.0.0.1.
    static ScriptedServer playing(Script script) throws IOException {
        return on(new ServerSocket(0, 200, InetAddress.ofLiteral("127.0.0.1")), script);
    }

    /// Answers every request with `response` and closes.
    static ScriptedServer answering(String response) throws IOException {
        return playing(talk -> {
            talk.hear();
            talk.say(response);
        });
    }

    int port() {
        return listening.getLocalPort();
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    List<String> requests() {
        return List.copyOf(requests);
    }

    /// How many connections there were.
    int connections() {
        return connections.get();
    }

    /// How many connections the peers have not closed yet.
    int openConnections() {
        return open.size();
    }

    private void serve() {
        while (!listening.isClosed()) {
            try {
                var socket = listening.accept();
                open.add(socket);
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException _) {
                // Closed: the loop ends.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            script.play(new Talk(socket));
        } catch (IOException | InterruptedException _) {
            // The peer has gone, or the test is over.
        } finally {
            open.remove(socket);
        }
    }

    private static String hear(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            var next = in.read();
            if (next < 0) {
                throw new IOException("no whole request");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (var socket : open) {
            socket.close();
        }
    }
}
