package dev.holdfast.probe;

import dev.holdfast.observation.Headers;
import dev.holdfast.observation.NotTried;
import dev.holdfast.observation.Peer;
import dev.holdfast.observation.Phases;
import dev.holdfast.observation.Phases.Phase;
import dev.holdfast.observation.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// The JDK's `java.net.http`, for HTTP/2. It connects by itself, so that the phases between resolution and the answer
/// cannot be told apart, and are not.
final class JdkExchange implements Exchange {
    /// The client refuses these: it says them itself.
    private static final Set<String> ITS_OWN = Set.of("host", "connection", "content-length", "expect", "upgrade");

    private final Names names;
    private final Watchdog watchdog;
    private final JdkClients clients;

    JdkExchange(Names names, Watchdog watchdog, JdkClients clients) {
        this.names = names;
        this.watchdog = watchdog;
        this.clients = clients;
    }

    @Override
    public Exchanged exchange(Ask ask, Deadline deadline) {
        long began = System.nanoTime();
        var spent = new EnumMap<Phase, Duration>(Phase.class);
        try {
            return switch (names.find(ask.origin().host(), deadline)) {
                case Names.Found.Addresses(var addresses) -> {
                    if (!Names.isLiteral(ask.origin().host())) {
                        spent.put(Phase.RESOLVE, since(began));
                    }
                    yield answered(ask, addresses, deadline, spent);
                }
                case Names.Found.Nothing(var trouble) -> new Exchanged.Silence(trouble, new Phases(spent), null);
                case Names.Found.Refused(var detail) -> new Exchanged.Withheld(NotTried.Why.ADDRESS_REFUSED, detail);
            };
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Exchanged.Withheld(NotTried.Why.INTERNAL_ERROR, "Holdfast is stopping");
        }
    }

    private Exchanged answered(Ask ask, List<InetAddress> addresses, Deadline deadline, EnumMap<Phase, Duration> spent)
            throws InterruptedException {
        try (var lease = clients.lease(ask.origin(), ask.tls())) {
            var sent = lease.client().sendAsync(request(ask, deadline), BodyHandlers.ofInputStream());
            try {
                var response = sent.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
                return received(ask, response, peer(response, addresses, ask.origin()), deadline, spent);
            } catch (TimeoutException _) {
                return silence(Troubles.late(Stage.WAIT, deadline), spent);
            } catch (ExecutionException failed) {
                var trouble = JdkTroubles.of(failed, deadline);
                lease.returned(trouble);
                return silence(trouble, spent);
            } finally {
                sent.cancel(true);
            }
        }
    }

    private Exchanged received(
            Ask ask,
            HttpResponse<InputStream> response,
            @Nullable Peer peer,
            Deadline deadline,
            EnumMap<Phase, Duration> spent) {
        var headers = headers(response);
        var intake = new Intake();
        long began = System.nanoTime();
        var broken = ask.isHead() ? null : body(headers, response.body(), intake, deadline);
        spent.put(Phase.TRANSFER, since(began));
        return new Exchanged.Response(response.statusCode(), headers, intake.body(), new Phases(spent), peer, broken);
    }

    /// What ended the body early, null when nothing did.
    private @Nullable Trouble body(Headers headers, InputStream body, Intake intake, Deadline deadline) {
        try (body;
                var watch = watchdog.over(body, deadline)) {
            try {
                Framing.unwrapped(headers).read(body, intake);
                return null;
            } catch (IOException failed) {
                return watch.hasBitten() || deadline.isOver()
                        ? Troubles.late(Stage.BODY, deadline)
                        : Troubles.of(failed, Stage.BODY, null);
            }
        } catch (IOException _) {
            return null; // Closing what was read whole.
        }
    }

    private static HttpRequest request(Ask ask, Deadline deadline) {
        var body = ask.body();
        var request = HttpRequest.newBuilder(ask.uri())
                .timeout(deadline.left().plusMillis(1))
                .version(ask.origin().isSecure() ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
                .method(ask.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .setHeader("User-Agent", Agent.NAME)
                .setHeader("Accept", "*/*")
                .setHeader("Accept-Encoding", Agent.CODINGS);
        ask.headers().stream()
                .filter(line -> !ITS_OWN.contains(line.name().toLowerCase(Locale.ROOT)))
                .forEach(line -> request.setHeader(line.name(), line.value()));
        return request.build();
    }

    private static Headers headers(HttpResponse<?> response) {
        return new Headers(response.headers().map().entrySet().stream()
                .filter(header -> !header.getKey().startsWith(":"))
                .flatMap(header -> header.getValue().stream().map(value -> new Headers.Field(header.getKey(), value)))
                .toList());
    }

    private static @Nullable Peer peer(HttpResponse<?> response, List<InetAddress> addresses, Origin origin) {
        var tls = response.sslSession().map(JdkClients::shown).orElse(null);
        return new Peer(addresses.getFirst(), origin.port(), tls);
    }

    private static Exchanged silence(Trouble trouble, EnumMap<Phase, Duration> spent) {
        return new Exchanged.Silence(trouble, new Phases(spent), null);
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
