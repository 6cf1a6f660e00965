package dev.holdfast.probe;

import dev.holdfast.secret.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How to ask an HTTP endpoint.
///
/// @param url absolute, http or https, without user info and fragment
/// @param headers sent as written, in order; values are secret as they may carry keys
/// @param body sent as UTF-8, null for none
/// @param credential the name of the credential to present, null for none
/// @param timeout the one deadline over everything, from name resolution to the last byte of the body
public record HttpSettings(
        String method,
        URI url,
        List<Header> headers,
        @Nullable String body,
        @Nullable String credential,
        Client client,
        Tls tls,
        Redirects redirects,
        Duration timeout) {

    /// A request header.
    public record Header(String name, Secret value) {}

    /// Which client asks.
    public enum Client {
        /// Holdfast's own HTTP/1.1 exchange: one request a probe, exact phases, one deadline.
        EXACT,
        /// The JDK's `java.net.http`: HTTP/2.
        JDK
    }

    /// Which redirects are followed.
    public enum Redirects {
        NEVER,
        SAME_ORIGIN,
        FOLLOW
    }

    /// How the peer is verified, and who we are to it.
    ///
    /// @param verify whether an invalid certificate fails the probe
    /// @param caFile PEM certificates to trust instead of the JDK's, null for the JDK's
    /// @param certificateFile PEM certificate chain to present, null for none
    /// @param keyFile PEM private key (PKCS 8) that belongs to it
    /// @param serverName the name to ask for and to verify instead of the URL's host, null for the host
    public record Tls(
            boolean verify,
            @Nullable Path caFile,
            @Nullable Path certificateFile,
            @Nullable Path keyFile,
            @Nullable String serverName) {

        /// Verify against the JDK's trusted authorities.
        public static final Tls USUAL = new Tls(true, null, null, null, null);
    }

    public HttpSettings {
        headers = List.copyOf(headers);
    }
}
