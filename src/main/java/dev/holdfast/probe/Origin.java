package dev.holdfast.probe;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/// Where a URL points: two URLs of one origin are served by the same party.
///
/// @param host in lower case; an IPv6 address without brackets
record Origin(boolean isSecure, String host, int port) {
    /// `URI` gives no host for a name with an underscore, which container networks are full of.
    private static final Pattern AUTHORITY = Pattern.compile("(?:[^@]*@)?([^:\\[\\]]+)(?::(\\d{1,5}))?");

    /// @throws IllegalArgumentException when `uri` is no http or https address with a host and a possible port
    static Origin of(URI uri) {
        var secure = isSecure(uri);
        var usual = secure ? 443 : 80;
        if (uri.getHost() != null) {
            return new Origin(secure, bare(uri.getHost()), port(uri.getPort(), usual));
        }
        var authority = AUTHORITY.matcher(uri.getRawAuthority() == null ? "" : uri.getRawAuthority());
        if (!authority.matches()) {
            throw new IllegalArgumentException("has no host");
        }
        var port = authority.group(2) == null ? -1 : Integer.parseInt(authority.group(2));
        return new Origin(secure, bare(authority.group(1)), port(port, usual));
    }

    /// How it stands in a `Host` header: the port only when it is not the scheme's own.
    String authority() {
        var name = host.contains(":") ? "[" + host + "]" : host;
        return port == (isSecure ? 443 : 80) ? name : name + ":" + port;
    }

    private static boolean isSecure(URI uri) {
        return switch (uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT)) {
            case "https" -> true;
            case "http" -> false;
            default -> throw new IllegalArgumentException("is neither http nor https");
        };
    }

    private static int port(int port, int usual) {
        if (port == 0 || port > 65_535) {
            throw new IllegalArgumentException("has a port that is none of 1 to 65535");
        }
        return port < 0 ? usual : port;
    }

    private static String bare(String host) {
        var name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return name.toLowerCase(Locale.ROOT);
    }
}
