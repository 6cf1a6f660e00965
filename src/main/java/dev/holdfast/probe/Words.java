package dev.holdfast.probe;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;

/// How things read in the sentence of a trouble.
final class Words {

    private Words() {}

    static String of(Duration duration) {
        var millis = duration.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }

    static String of(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + " port " + address.getPort();
    }

    static String of(InetAddress address) {
        return address.getHostAddress();
    }
}
