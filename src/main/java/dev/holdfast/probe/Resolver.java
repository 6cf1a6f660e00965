package dev.holdfast.probe;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Name to addresses. May block for as long as it likes: whoever asks does so through [Names].
@FunctionalInterface
interface Resolver {

    /// The addresses of `host`, best first, never empty.
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
