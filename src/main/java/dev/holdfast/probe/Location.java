package dev.holdfast.probe;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// Reads the `Location` of a redirect as leniently as browsers do.
final class Location {
    private static final String NOT_IN_A_URI = " \"<>\\^`{|}";

    private Location() {}

    /// The address `location` points to from `base`, without user info and fragment; empty when it is none of http or
    /// https.
    static Optional<URI> resolve(URI base, String location) {
        if (location.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(bare(base.resolve(new URI(escaped(location.strip())))));
        } catch (URISyntaxException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// `uri` as it is asked for: ASCII, without what is only for the one who asks.
    ///
    /// @throws IllegalArgumentException when it is no http or https address
    static URI bare(URI uri) {
        var origin = Origin.of(uri);
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        var scheme = origin.isSecure() ? "https" : "http";
        return URI.create(
                URI.create(scheme + "://" + origin.authority() + path + query).toASCIIString());
    }

    private static String escaped(String location) {
        var escaped = new StringBuilder();
        location.chars().forEach(octet -> {
            if (octet <= ' ' || octet > '~' || NOT_IN_A_URI.indexOf(octet) >= 0) {
                escaped.append(String.format("%%%02X", octet));
            } else {
                escaped.append((char) octet);
            }
        });
        return escaped.toString();
    }
}
