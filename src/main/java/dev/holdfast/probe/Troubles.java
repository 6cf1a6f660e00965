package dev.holdfast.probe;

import dev.holdfast.observation.Trouble;
import dev.holdfast.observation.Trouble.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// What the exceptions of sockets and TLS come to. The JDK tells many of them apart by their text only.
final class Troubles {
    /// What the operating system says when this process has used up what it may have.
    private static final List<String> OUR_OWN =
            List.of("Too many open files", "Cannot assign requested address", "No buffer space", "Closed by interrupt");

    private Troubles() {}

    /// Whether the failure says nothing about the endpoint.
    static boolean isOurOwn(IOException failure) {
        return OUR_OWN.stream().anyMatch(said(failure)::contains);
    }

    /// The deadline came in `stage`.
    static Trouble late(Stage stage, Deadline deadline) {
        return new Trouble(stage.timeout(), stage.missing() + " within " + deadline);
    }

    /// `address` could not be connected to in its share of the time.
    static Trouble connecting(IOException failure, String address, Duration share) {
        return switch (connecting(failure)) {
            case REFUSED -> new Trouble(Kind.REFUSED, address + " refused the connection");
            case UNREACHABLE -> new Trouble(Kind.UNREACHABLE, address + " cannot be reached");
            default -> new Trouble(Kind.CONNECT_TIMEOUT, address + " took no connection within " + Words.of(share));
        };
    }

    /// `failure` ended the exchange in `stage`.
    static Trouble of(IOException failure, Stage stage, @Nullable Handshake handshake) {
        return named(failure).orElseGet(() -> unnamed(failure, stage, handshake));
    }

    /// The trouble somebody on our side put into the exception.
    private static Optional<Trouble> named(Throwable failure) {
        return first(failure, Cut.class)
                .map(Cut::trouble)
                .or(() -> first(failure, Distrust.class).map(Distrust::trouble));
    }

    /// The first of the causes of `failure` that is a `type`.
    static <T extends Throwable> Optional<T> first(Throwable failure, Class<T> type) {
        return causes(failure).filter(type::isInstance).map(type::cast).findFirst();
    }

    /// An exception and what caused it, outermost first.
    static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(10);
    }

    private static Trouble unnamed(IOException failure, Stage stage, @Nullable Handshake handshake) {
        if (failure instanceof SSLException && handshake != null) {
            return tls(failure, handshake);
        }
        return stage == Stage.TLS
                ? new Trouble(Kind.TLS_HANDSHAKE_FAILED, "the connection broke during the TLS handshake")
                : new Trouble(Kind.CONNECTION_RESET, "the connection was reset while " + stage.missing());
    }

    private static Trouble tls(IOException failure, Handshake handshake) {
        return handshake.wasAskedForCertificate() && said(failure).contains("fatal alert")
                ? new Trouble(Kind.CLIENT_CERTIFICATE_REQUIRED, "the peer wants a client certificate that it accepts")
                : new Trouble(Kind.TLS_HANDSHAKE_FAILED, said(failure));
    }

    private static Kind connecting(IOException failure) {
        if (failure instanceof SocketTimeoutException || said(failure).contains("timed out")) {
            return Kind.CONNECT_TIMEOUT;
        }
        if (failure instanceof ConnectException && said(failure).contains("refused")) {
            return Kind.REFUSED;
        }
        return said(failure).contains("losed") ? Kind.CONNECT_TIMEOUT : Kind.UNREACHABLE;
    }

    private static String said(Throwable failure) {
        return Objects.requireNonNullElse(failure.getMessage(), "");
    }
}
