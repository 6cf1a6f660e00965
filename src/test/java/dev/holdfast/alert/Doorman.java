package dev.holdfast.alert;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

/// Lets the first guest stand at the door without a word, and leads every other one to a receiver.
final class Doorman implements AutoCloseable {
    private final ServerSocket door;
    private final int receiver;
    private final CountDownLatch standing = new CountDownLatch(1);

    Doorman(int receiver) throws IOException {
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.receiver = receiver;
        Thread.ofVirtual().start(this::welcome);
    }

    int port() {
        return door.getLocalPort();
    }

    /// Returns when the first guest is there.
    void awaitFirst() throws InterruptedException {
        standing.await();
    }

    private void welcome() {
        try (var _ = door.accept()) {
            standing.countDown();
            while (!door.isClosed()) {
                lead(door.accept());
            }
        } catch (IOException _) { // closed
            return;
        }
    }

    private void lead(Socket guest) throws IOException {
        var host = new Socket(InetAddress.getLoopbackAddress(), receiver);
        Thread.ofVirtual().start(() -> carry(guest, host));
        Thread.ofVirtual().start(() -> carry(host, guest));
    }

    private static void carry(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException _) { // one of them has left
            return;
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
