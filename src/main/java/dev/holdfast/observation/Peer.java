package dev.holdfast.observation;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who was at the other end.
///
/// @param address the address that was connected to
/// @param tls what the handshake showed; null for plain HTTP
public record Peer(InetAddress address, int port, @Nullable Tls tls) {

    /// What the TLS handshake showed, kept even when it failed.
    ///
    /// @param protocol such as `TLSv1.3`; null when the handshake did not get that far
    /// @param chain the certificates the peer showed, its own first; empty when it showed none
    public record Tls(@Nullable String protocol, List<Certificate> chain) {
        public Tls {
            chain = List.copyOf(chain);
        }
    }

    /// One certificate of the chain.
    public record Certificate(String subject, String issuer, Instant notBefore, Instant notAfter, List<String> names) {
        public Certificate {
            names = List.copyOf(names);
        }
    }

    /// When the first certificate of the chain expires; empty without TLS or when none was shown.
    public Optional<Instant> earliestExpiry() {
        return Optional.ofNullable(tls).stream()
                .flatMap(shown -> shown.chain().stream())
                .map(Certificate::notAfter)
                .min(Instant::compareTo);
    }
}
