package dev.holdfast.probe;

import dev.holdfast.observation.Trouble;
import dev.holdfast.observation.Trouble.Kind;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import javax.net.ssl.SSLException;

/// What the exceptions of `java.net.http` come to. Most carry their meaning in a cause, some in their text only.
final class JdkTroubles {
    private JdkTroubles() {}

    private record Sign(Class<? extends Throwable> type, String text, Trouble trouble) {

        Sign(Class<? extends Throwable> type, String text, Kind kind, String detail) {
            this(type, text, new Trouble(kind, detail));
        }

        boolean isIn(Throwable failure) {
            return Troubles.causes(failure)
                    .anyMatch(cause -> type.isInstance(cause)
                            && String.valueOf(cause.getMessage()).contains(text));
        }
    }

    /// The first that fits counts.
    private static final List<Sign> BEFORE_THE_BODY = List.of(
            new Sign(UnresolvedAddressException.class, "", Kind.DNS_NOT_FOUND, "the name has no address"),
            new Sign(NoRouteToHostException.class, "", Kind.UNREACHABLE, "the address cannot be reached"),
            new Sign(HttpConnectTimeoutException.class, "", Kind.CONNECT_TIMEOUT, "the address took no connection"),
            new Sign(ConnectException.class, "", Kind.REFUSED, "the connection was refused"),
            new Sign(
                    SSLException.class,
                    "certificate_required",
                    Kind.CLIENT_CERTIFICATE_REQUIRED,
                    "the peer wants a client certificate that it accepts"),
            new Sign(SSLException.class, "", Kind.TLS_HANDSHAKE_FAILED, "the TLS handshake failed"),
            new Sign(
                    ProtocolException.class,
                    "Header size too big",
                    Kind.HEADERS_TOO_LARGE,
                    "the headers are too large"),
            new Sign(ProtocolException.class, "", Kind.MALFORMED_RESPONSE, "the answer is not HTTP"),
            new Sign(
                    Throwable.class,
                    "received no bytes",
                    Kind.CLOSED_WITHOUT_ANSWER,
                    "the peer closed the connection without an answer"),
            new Sign(Throwable.class, "reset", Kind.CONNECTION_RESET, "the connection was reset while no answer"));

    private static final List<Sign> IN_THE_BODY = List.of(
            new Sign(ProtocolException.class, "", Kind.MALFORMED_RESPONSE, "the body is not framed as HTTP says"),
            new Sign(
                    Throwable.class,
                    "reset",
                    Kind.CONNECTION_RESET,
                    "the connection was reset while body not complete"));

    /// @param hasHead whether the head of the answer had come
    static Trouble of(Throwable failure, boolean hasHead) {
        return (hasHead ? IN_THE_BODY : BEFORE_THE_BODY)
                .stream()
                        .filter(sign -> sign.isIn(failure))
                        .map(Sign::trouble)
                        .findFirst()
                        .orElse(
                                hasHead
                                        ? new Trouble(
                                                Kind.BODY_TRUNCATED,
                                                "the connection was closed before the end of the body")
                                        : new Trouble(Kind.MALFORMED_RESPONSE, "the answer is not whole HTTP"));
    }
}
