package dev.holdfast.probe;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Closes sockets at their deadline: the only thing that ends every blocking call on them. One thread for all.
final class Watchdog {
    private final ScheduledThreadPoolExecutor timer;

    Watchdog() {
        timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("probe-deadline").factory());
        timer.setRemoveOnCancelPolicy(true);
        // The thread goes when nothing is watched, so nobody need end it, and what is in flight keeps its deadline.
        timer.setKeepAliveTime(10, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
    }

    /// Closes `socket` when `deadline` comes, unless the watch is closed before.
    Watch over(Socket socket, Deadline deadline) {
        var watch = new Watch(socket);
        watch.closing = timer.schedule(watch::bite, deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        return watch;
    }

    /// The watch over one socket.
    static final class Watch implements AutoCloseable {
        private final Socket socket;
        private volatile boolean bitten;
        private @Nullable Future<?> closing;

        private Watch(Socket socket) {
            this.socket = socket;
        }

        private void bite() {
            bitten = true;
            try {
                socket.close();
            } catch (IOException _) {
                // Closed is closed.
            }
        }

        /// Whether the deadline came.
        boolean hasBitten() {
            return bitten;
        }

        @Override
        public void close() {
            if (closing != null) {
                closing.cancel(false);
            }
        }
    }
}
