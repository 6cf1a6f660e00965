package dev.holdfast.probe;

import dev.holdfast.observation.Peer;
import dev.holdfast.observation.Trouble;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A fresh connection for one exchange: opened, used and closed by one thread, cut by the watchdog at the deadline.
final class Connection implements AutoCloseable {
    private final Watchdog watchdog;
    private final Deadline deadline;
    private Socket socket = new Socket(Proxy.NO_PROXY);
    private Watchdog.@Nullable Watch watch;
    private @Nullable InetSocketAddress remote;
    private @Nullable Handshake handshake;

    Connection(Watchdog watchdog, Deadline deadline) {
        this.watchdog = watchdog;
        this.deadline = deadline;
    }

    /// Connects to the first of `addresses` that lets it. None may take the time of those after it.
    void open(List<InetAddress> addresses, int port) throws IOException {
        var troubles = new ArrayList<Trouble>();
        for (var address : addresses) {
            var share = deadline.left().dividedBy(addresses.size() - troubles.size());
            try {
                connect(new InetSocketAddress(address, port), share);
                return;
            } catch (IOException e) {
                if (Troubles.isOurOwn(e)) {
                    throw e;
                }
                troubles.add(Troubles.connecting(e, Words.of(address) + " port " + port, share));
            }
        }
        throw failure(troubles);
    }

    /// Puts TLS over the connection.
    void secure(TlsProfile profile, Origin origin) throws IOException {
        handshake = new Handshake(profile);
        var secured = handshake.over(socket, origin);
        socket = secured;
        secured.startHandshake();
    }

    InputStream in() throws IOException {
        return new BufferedInputStream(socket.getInputStream());
    }

    OutputStream out() throws IOException {
        return socket.getOutputStream();
    }

    /// Who is at the other end, as far as it got; null before the first address was tried.
    @Nullable
    Peer peer() {
        return remote == null
                ? null
                : new Peer(remote.getAddress(), remote.getPort(), handshake == null ? null : handshake.shown());
    }

    /// Whether the deadline ended it.
    boolean isLate() {
        return watch != null && watch.hasBitten();
    }

    /// What `failure`, which ended the exchange in `stage`, comes to.
    Trouble trouble(IOException failure, Stage stage) {
        return isLate() ? Troubles.late(stage, deadline) : Troubles.of(failure, stage, handshake);
    }

    private void connect(InetSocketAddress to, Duration share) throws IOException {
        close();
        remote = to;
        socket = new Socket(Proxy.NO_PROXY);
        watch = watchdog.over(socket, deadline);
        socket.setTcpNoDelay(true);
        socket.connect(to, Math.clamp(share.toMillis(), 1, Integer.MAX_VALUE));
    }

    private static Cut failure(List<Trouble> troubles) {
        var details = troubles.stream().map(Trouble::detail).distinct().collect(Collectors.joining("; "));
        return new Cut(troubles.getLast().kind(), details);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException _) {
            // Nobody is left to be told.
        } finally {
            if (watch != null) {
                watch.close();
            }
        }
    }
}
