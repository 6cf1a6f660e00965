package dev.holdfast.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A wire to a server that can be cut: what is sent meanwhile is neither answered nor refused.
final class Wire implements AutoCloseable {
    private final ServerSocket end = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition mended = lock.newCondition();
    private final int server;
    private boolean cut;

    Wire(int server) throws IOException {
        this.server = server;
        var _ = Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return end.getLocalPort();
    }

    /// Cuts it until what is returned is closed.
    AutoCloseable cut() {
        set(true);
        return () -> set(false);
    }

    private void set(boolean now) {
        lock.lock();
        try {
            cut = now;
            mended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void awaitMended() {
        lock.lock();
        try {
            while (cut) {
                mended.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void accept() {
        try {
            while (true) {
                var one = end.accept();
                var other = new Socket(InetAddress.getLoopbackAddress(), server);
                sockets.add(one);
                sockets.add(other);
                var _ = Thread.ofVirtual().start(() -> pass(one, other));
                var _ = Thread.ofVirtual().start(() -> pass(other, one));
            }
        } catch (IOException closed) {
            // Nobody connects any more.
        }
    }

    private void pass(Socket from, Socket to) {
        var bytes = new byte[8192];
        try (from;
                to) {
            for (int count = from.getInputStream().read(bytes);
                    count >= 0;
                    count = from.getInputStream().read(bytes)) {
                awaitMended();
                to.getOutputStream().write(bytes, 0, count);
            }
        } catch (IOException closed) {
            // Whoever hung up, the other end is hung up too.
        }
    }

    @Override
    public void close() throws IOException {
        set(false);
        end.close();
        for (var socket : sockets) {
            socket.close();
        }
    }
}
