package dev.holdfast.probe;

import dev.holdfast.observation.Headers;
import dev.holdfast.observation.NotTried;
import dev.holdfast.observation.Trouble;
import dev.holdfast.observation.Trouble.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Holdfast's own HTTP/1.1 exchange: blocking sockets on the caller's thread, one request on a fresh connection.
///
/// See `docs/decisions/0010-exact-client.md`.
final class ExactExchange implements Exchange {
    private final Names names;
    private final Watchdog watchdog;

    ExactExchange(Names names, Watchdog watchdog) {
        this.names = names;
        this.watchdog = watchdog;
    }

    @Override
    public Exchanged exchange(Ask ask, Deadline deadline) {
        var host = ask.origin().host();
        var timeline = new Timeline(Names.isLiteral(host) ? Stage.CONNECT : Stage.RESOLVE);
        try {
            return switch (names.find(host, deadline)) {
                case Names.Found.Addresses(var addresses) -> exchange(ask, addresses, deadline, timeline);
                case Names.Found.Nothing(var trouble) -> new Exchanged.Silence(trouble, timeline.phases(), null);
                case Names.Found.Refused(var detail) -> new Exchanged.Withheld(NotTried.Why.ADDRESS_REFUSED, detail);
            };
        } catch (InterruptedException _) {
            return Exchanged.Withheld.stopping();
        }
    }

    private Exchanged exchange(Ask ask, List<InetAddress> addresses, Deadline deadline, Timeline timeline) {
        try (var connection = new Connection(watchdog, deadline)) {
            try {
                return answer(ask, addresses, connection, timeline);
            } catch (IOException e) {
                return failed(e, connection, timeline);
            }
        }
    }

    private static Exchanged answer(Ask ask, List<InetAddress> addresses, Connection connection, Timeline timeline)
            throws IOException {
        timeline.enter(Stage.CONNECT);
        connection.open(addresses, ask.origin().port());
        if (ask.origin().isSecure()) {
            timeline.enter(Stage.TLS);
            connection.secure(ask.tls(), ask.origin());
        }
        timeline.enter(Stage.SEND);
        send(ask, connection);
        var in = connection.in();
        var head = head(in, timeline);
        return received(ask.isHead(), head, in, connection, timeline);
    }

    /// A peer that stops taking the request may have answered it already.
    private static void send(Ask ask, Connection connection) throws IOException {
        var request = RequestText.of(ask);
        try {
            connection.out().write(request);
        } catch (IOException e) {
            if (connection.isLate()) {
                throw e;
            }
        }
    }

    private static Head head(InputStream in, Timeline timeline) throws IOException {
        var heads = new HeadReader(in);
        while (true) {
            timeline.enter(Stage.WAIT);
            awaitFirstByte(in);
            timeline.enter(Stage.HEAD);
            var head = heads.next();
            if (!head.isInterim()) {
                return head;
            }
        }
    }

    private static void awaitFirstByte(InputStream in) throws IOException {
        in.mark(1);
        if (in.read() < 0) {
            throw new Cut(Kind.CLOSED_WITHOUT_ANSWER, "the peer closed the connection without an answer");
        }
        in.reset();
    }

    private static Exchanged received(
            boolean toHead, Head head, InputStream in, Connection connection, Timeline timeline) throws IOException {
        timeline.enter(Stage.BODY);
        var intake = new Intake();
        var broken = head.hasBody(toHead) ? body(head.headers(), in, intake, connection) : null;
        return new Exchanged.Response(
                head.status(), head.headers(), intake.body(), timeline.phases(), connection.peer(), broken);
    }

    /// What ended the body early, null when nothing did: the status and what was kept stand in either case.
    private static @Nullable Trouble body(Headers headers, InputStream in, Intake intake, Connection connection)
            throws IOException {
        try {
            Framing.of(headers).read(in, intake);
            return null;
        } catch (IOException e) {
            if (Troubles.isOurOwn(e)) {
                throw e;
            }
            return connection.trouble(e, Stage.BODY);
        }
    }

    private static Exchanged failed(IOException failure, Connection connection, Timeline timeline) {
        return Troubles.isOurOwn(failure)
                ? Exchanged.Withheld.ourOwn(String.valueOf(failure.getMessage()))
                : new Exchanged.Silence(
                        connection.trouble(failure, timeline.stage()), timeline.phases(), connection.peer());
    }
}
