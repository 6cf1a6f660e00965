package dev.holdfast.web;

import dev.holdfast.secret.Secret;
import java.net.InetSocketAddress;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Where pages, API and metrics are served.
///
/// @param adminToken what a request that changes something has to bear; null refuses all such requests
/// @param externalUrl where people reach the pages, null when nobody said
public record WebSettings(
        String host,
        int port,
        @Nullable Secret adminToken,
        @Nullable URI externalUrl) {

    /// The address to listen at; port 0 takes any free one.
    public InetSocketAddress address() {
        return new InetSocketAddress(host, port);
    }
}
