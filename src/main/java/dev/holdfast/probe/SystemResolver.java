package dev.holdfast.probe;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.Security;
import java.util.List;

/// Asks the operating system.
final class SystemResolver implements Resolver {

    static {
        // The JDK remembers answers for 30 s and failures for 10 s. A monitor must see a name that moved or came back
        // at its next probe, and a confirming probe must not be told what the failing one was told.
        Security.setProperty("networkaddress.cache.ttl", "0");
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
    }

    @Override
    public List<InetAddress> resolve(String host) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(host));
    }
}
