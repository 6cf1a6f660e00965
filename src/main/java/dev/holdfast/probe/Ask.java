package dev.holdfast.probe;

import dev.holdfast.observation.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One request, ready to be sent.
///
/// @param uri ASCII, without user info and fragment
/// @param headers those of the settings and the credential; what every request has is added by the client
/// @param body sent as UTF-8, null for none
/// @param credential the name of the credential the request presents, null for none
record Ask(
        String method,
        URI uri,
        List<Line> headers,
        @Nullable String body,
        @Nullable String credential,
        TlsProfile tls) {

    /// One header.
    record Line(String name, String value) {}

    Ask {
        headers = List.copyOf(headers);
    }

    Origin origin() {
        return Origin.of(uri);
    }

    Request request() {
        return new Request(method, uri, credential);
    }

    boolean isHead() {
        return method.equals("HEAD");
    }

    /// The value of the header `name`, if there is one.
    Optional<String> header(String name) {
        return headers.stream()
                .filter(line -> line.name().equalsIgnoreCase(name))
                .map(Line::value)
                .findFirst();
    }

    /// With `line` instead of any header of that name.
    Ask with(Line line) {
        var all = new ArrayList<Line>();
        headers.stream()
                .filter(other -> !other.name().equalsIgnoreCase(line.name()))
                .forEach(all::add);
        all.add(line);
        return new Ask(method, uri, all, body, credential, tls);
    }

    /// The same request to another address.
    Ask to(URI target) {
        return new Ask(method, target, headers, body, credential, tls);
    }

    /// A GET instead, without a body.
    Ask asGet() {
        var without = headers.stream()
                .filter(line -> !line.name().equalsIgnoreCase("content-type"))
                .toList();
        return new Ask("GET", uri, without, null, credential, tls);
    }

    /// Without anything that says who asks; of the headers only `harmless` stay.
    Ask toStranger(Set<String> harmless) {
        var left = headers.stream()
                .filter(line -> harmless.contains(line.name().toLowerCase(Locale.ROOT)))
                .toList();
        return new Ask(method, uri, left, body, null, tls.elsewhere());
    }

    boolean asksTheSameAs(Ask other) {
        return method.equals(other.method) && uri.equals(other.uri);
    }
}
