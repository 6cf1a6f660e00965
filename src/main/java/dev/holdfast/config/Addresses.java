package dev.holdfast.config;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads addresses to listen at.
final class Addresses {
    private static final Pattern ADDRESS =
            Pattern.compile("(?:\\[(?<six>[0-9a-fA-F:.]+)]|(?<host>[A-Za-z0-9.-]*)):(?<port>[0-9]{1,5})");
    private static final String EVERY = "0.0.0.0";

    private Addresses() {}

    static Optional<InetSocketAddress> parse(String text) {
        var address = ADDRESS.matcher(text);
        if (!address.matches()) {
            return Optional.empty();
        }
        var host = address.group("six") == null ? address.group("host") : address.group("six");
        return Numbers.whole(address.group("port"), 0, 65_535)
                .map(port -> InetSocketAddress.createUnresolved(host.isEmpty() ? EVERY : host, port));
    }
}
