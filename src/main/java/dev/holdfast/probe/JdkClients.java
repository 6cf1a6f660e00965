package dev.holdfast.probe;

import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;

/// The few clients of `java.net.http`: one for each TLS profile, shared by all who use it.
///
/// A connection whose peer broke the protocol is closed by nothing but the end of its client. So a client in which
/// that happened is spoilt: it takes nothing new, and is ended when the last one has let go of it.
final class JdkClients implements AutoCloseable {
    private static final ThreadFactory THREADS =
            Thread.ofVirtual().name("probe-jdk-", 0).factory();
    private static final Executor EXECUTOR = task -> THREADS.newThread(task).start();

    private final Map<TlsProfile, Shared> clients = new HashMap<>();
    private boolean closed;

    /// The client others use as well; after the end of this a client of one's own.
    synchronized Lease shared(TlsProfile profile) {
        return closed ? own(profile) : lease(clients.computeIfAbsent(profile, Shared::new));
    }

    /// A client for one lease.
    synchronized Lease own(TlsProfile profile) {
        var own = new Shared(profile);
        own.spoilt = true;
        return lease(own);
    }

    /// Ends every client that is not in use, and those that are when they no longer are.
    @Override
    public synchronized void close() {
        closed = true;
        clients.values().forEach(Shared::retire);
        clients.clear();
    }

    private Lease lease(Shared from) {
        from.users++;
        return new Lease(from);
    }

    private synchronized void release(Shared used) {
        used.users--;
        used.endIfUnused();
    }

    private synchronized void spoil(Shared spoilt) {
        clients.values().remove(spoilt);
        spoilt.retire();
    }

    /// The right to use a client until it is closed.
    final class Lease implements AutoCloseable {
        private final Shared from;

        private Lease(Shared from) {
            this.from = from;
        }

        HttpClient client() {
            return from.client;
        }

        /// Lets nobody else have the client.
        void spoil() {
            JdkClients.this.spoil(from);
        }

        @Override
        public void close() {
            release(from);
        }
    }

    /// A client and how many use it. Guarded by the lock of [JdkClients].
    private static final class Shared {
        private final HttpClient client;
        private int users;
        private boolean spoilt;

        Shared(TlsProfile profile) {
            client = HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .sslContext(new Handshake(profile).context())
                    .executor(EXECUTOR)
                    .build();
        }

        void retire() {
            spoilt = true;
            endIfUnused();
        }

        void endIfUnused() {
            if (spoilt && users == 0) {
                client.shutdownNow();
            }
        }
    }
}
