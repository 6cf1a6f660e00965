package dev.holdfast.probe;

import dev.holdfast.observation.Trouble;
import dev.holdfast.observation.Trouble.Kind;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Objects;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// What the exceptions of `java.net.http` come to. Many have no message, so the chain of causes is walked.
final class JdkTroubles {
    private JdkTroubles() {}

    static Trouble of(Throwable failure, Deadline deadline) {
        return Troubles.named(failure)
                .or(() -> Troubles.causes(failure)
                        .map(cause -> known(cause, deadline))
                        .filter(Objects::nonNull)
                        .findFirst())
                .orElseGet(() -> new Trouble(Kind.CONNECTION_RESET, "the connection broke before an answer came"));
    }

    private static @Nullable Trouble known(Throwable cause, Deadline deadline) {
        return switch (cause) {
            case HttpConnectTimeoutException _ -> Troubles.late(Stage.CONNECT, deadline);
            case HttpTimeoutException _ -> Troubles.late(Stage.WAIT, deadline);
            case UnresolvedAddressException _ -> new Trouble(Kind.DNS_NOT_FOUND, "the name has no address");
            case ConnectException refused
            when !causedByName(refused) -> new Trouble(Kind.REFUSED, "the connection was refused");
            case SSLException tls -> new Trouble(Kind.TLS_HANDSHAKE_FAILED, said(tls));
            case ProtocolException broken -> broken(said(broken));
            case Throwable other
            when said(other).contains("received no bytes") ->
                new Trouble(Kind.CLOSED_WITHOUT_ANSWER, "the peer closed the connection without an answer");
            default -> null;
        };
    }

    private static boolean causedByName(Throwable refused) {
        return Troubles.causes(refused).anyMatch(UnresolvedAddressException.class::isInstance);
    }

    private static Trouble broken(String said) {
        return said.contains("too big")
                ? new Trouble(Kind.HEADERS_TOO_LARGE, "the headers are larger than the client takes")
                : new Trouble(Kind.MALFORMED_RESPONSE, said);
    }

    private static String said(Throwable failure) {
        return Objects.requireNonNullElse(failure.getMessage(), "no reason given");
    }
}
