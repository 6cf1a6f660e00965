package dev.holdfast.observation;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a probe asked for, as far as diagnosis needs it.
///
/// @param method the HTTP method
/// @param uri the absolute address of the last exchange, after any redirects that were followed; no user info
/// @param credential the name of the credential that was presented there, null when none was
public record Request(String method, URI uri, @Nullable String credential) {

    /// The name of the credential the request carried.
    public Optional<String> presented() {
        return Optional.ofNullable(credential);
    }

    /// The host and the port as they would stand in a `Host` header; the port only when it is not the scheme's own.
    public String authority() {
        return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }
}
