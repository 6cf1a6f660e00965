package dev.holdfast.probe;

import dev.holdfast.observation.NotTried;
import dev.holdfast.observation.Trouble;
import dev.holdfast.observation.Trouble.Kind;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The exchange by `java.net.http`, for HTTP/2. Belongs to one probe: a target that broke the protocol once gets
/// clients of its own from then on.
final class JdkExchange implements Exchange {
    private final Names names;
    private final JdkClients clients;
    private volatile boolean breaksProtocol;

    JdkExchange(Names names, JdkClients clients) {
        this.names = names;
        this.clients = clients;
    }

    /// Refuses what `java.net.http` would not send.
    static void check(Ask ask) throws UnusableSettingsException {
        try {
            request(ask);
        } catch (IllegalArgumentException e) {
            throw new UnusableSettingsException(
                    "client jdk cannot send this request (" + e.getMessage() + "); use client exact");
        }
    }

    @Override
    public Exchanged exchange(Ask ask, Deadline deadline) {
        var host = ask.origin().host();
        var timeline = new Timeline(Names.isLiteral(host) ? Stage.SEND : Stage.RESOLVE);
        try {
            // The client looks the name up again, but tells neither how long that took nor what went wrong there.
            return switch (names.find(host, deadline)) {
                case Names.Found.Addresses(var addresses) -> {
                    timeline.enter(Stage.SEND);
                    var remote = new InetSocketAddress(
                            addresses.getFirst(), ask.origin().port());
                    yield exchange(ask, deadline, new Reception(timeline, remote));
                }
                case Names.Found.Nothing(var trouble) -> new Exchanged.Silence(trouble, timeline.phases(), null);
                case Names.Found.Refused(var detail) -> new Exchanged.Withheld(NotTried.Why.ADDRESS_REFUSED, detail);
            };
        } catch (InterruptedException _) {
            return Exchanged.Withheld.stopping();
        }
    }

    private Exchanged exchange(Ask ask, Deadline deadline, Reception reception) throws InterruptedException {
        try (var lease = breaksProtocol ? clients.own(ask.tls()) : clients.shared(ask.tls())) {
            return exchange(request(ask), deadline, reception, lease);
        } catch (IllegalArgumentException _) {
            // The first request was checked, so a redirect led here.
            return reception.brokenBy(
                    new Trouble(Kind.REDIRECT_INVALID, "client jdk cannot ask for " + ask.uri()), null);
        }
    }

    private Exchanged exchange(HttpRequest request, Deadline deadline, Reception reception, JdkClients.Lease lease)
            throws InterruptedException {
        var sent = lease.client().sendAsync(request, reception);
        try {
            return reception.ended(sent.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException _) {
            return reception.late(deadline);
        } catch (ExecutionException e) {
            noteProtocol(e, lease);
            return reception.failed(e);
        } finally {
            // Nothing else ends an exchange, and what has ended does not mind.
            sent.cancel(true);
        }
    }

    private void noteProtocol(ExecutionException failure, JdkClients.Lease lease) {
        if (Troubles.causes(failure).anyMatch(ProtocolException.class::isInstance)) {
            breaksProtocol = true;
            lease.spoil();
        }
    }

    private static HttpRequest request(Ask ask) {
        var body = ask.body();
        var builder = HttpRequest.newBuilder(ask.uri())
                .method(ask.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                // On http:// the client would ask for an upgrade that HTTP/2 no longer knows.
                .version(ask.origin().isSecure() ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
                .setHeader("User-Agent", Agent.NAME)
                .setHeader("Accept", "*/*")
                .setHeader("Accept-Encoding", Agent.CODINGS);
        ask.headers().forEach(line -> builder.setHeader(line.name(), line.value()));
        return builder.build();
    }
}
