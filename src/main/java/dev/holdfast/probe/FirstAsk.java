package dev.holdfast.probe;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Makes the first request of a probe from its settings, and refuses what would be no request.
final class FirstAsk {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern LINE_BREAK = Pattern.compile("[\\r\\n\\x00]");

    /// The client says these itself: others would make the peer take the end of the request for elsewhere.
    private static final Set<String> FRAMING = Set.of("content-length", "transfer-encoding");

    private FirstAsk() {}

    static Ask of(HttpSettings settings, TlsProfile tls) throws UnusableSettingsException {
        for (var header : settings.headers()) {
            check(header.name(), header.value().reveal());
        }
        return new Ask(
                method(settings.method()),
                url(settings.url()),
                lines(settings),
                settings.body(),
                settings.credential(),
                tls);
    }

    /// A header as it may stand in a request.
    static void check(String name, String value) throws UnusableSettingsException {
        if (!TOKEN.matcher(name).matches()) {
            throw new UnusableSettingsException("\"" + name + "\" is no header name; use letters, digits and -");
        }
        if (LINE_BREAK.matcher(value).find()) {
            throw new UnusableSettingsException("the value of header " + name + " has a line break; take it out");
        }
        if (FRAMING.contains(name.toLowerCase(Locale.ROOT))) {
            throw new UnusableSettingsException("header " + name + " is set by Holdfast itself; take it out");
        }
    }

    private static String method(String method) throws UnusableSettingsException {
        if (!TOKEN.matcher(method).matches() || method.equals("CONNECT")) {
            throw new UnusableSettingsException("\"" + method + "\" is no method to probe with; use GET, HEAD or POST");
        }
        return method;
    }

    private static URI url(URI url) throws UnusableSettingsException {
        try {
            return Location.bare(url);
        } catch (IllegalArgumentException e) {
            throw new UnusableSettingsException("the url " + e.getMessage() + "; give one like https://host/path");
        }
    }

    private static List<Ask.Line> lines(HttpSettings settings) {
        return settings.headers().stream()
                .map(header -> new Ask.Line(header.name(), header.value().reveal()))
                .toList();
    }
}
