package dev.holdfast.alert;

import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// Opens the channels that configuration names.
public final class Channels implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(15);

    private record Opened(ChannelSettings settings, Channel channel) {}

    private final Outside outside;
    private Map<String, Opened> opened = Map.of();

    /// Channels whose messages each stand alone.
    ///
    /// @param home where people reach Holdfast's pages, for links in messages; null for none
    public Channels(InstantSource clock, @Nullable URI home) {
        this(clock, home, Earlier.NOTHING);
    }

    /// Channels whose messages about one incident belong together.
    ///
    /// @param home where people reach Holdfast's pages, for links in messages; null for none
    public Channels(InstantSource clock, @Nullable URI home, Earlier earlier) {
        this(clock, home, earlier, DEADLINE, usualTrust());
    }

    Channels(InstantSource clock, @Nullable URI home, Earlier earlier, Duration deadline, SSLContext tls) {
        this.outside = new Outside(new Http(deadline, tls), clock, home, earlier, deadline, tls, null);
    }

    /// The channels of `settings` by name. A channel whose settings are the same as the last time stays the same.
    public synchronized Map<String, Channel> open(Map<String, ChannelSettings> settings) {
        var next = new HashMap<String, Opened>();
        settings.forEach((name, wanted) -> next.put(name, keepOrOpen(name, wanted)));
        opened = next;
        var channels = new HashMap<String, Channel>();
        next.forEach((name, one) -> channels.put(name, one.channel()));
        return Map.copyOf(channels);
    }

    private Opened keepOrOpen(String name, ChannelSettings wanted) {
        var last = opened.get(name);
        return last != null && last.settings().equals(wanted) ? last : new Opened(wanted, wanted.open(name, outside));
    }

    private static SSLContext usualTrust() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has TLS", impossible);
        }
    }

    /// Ends what is still on its way.
    @Override
    public void close() {
        outside.http().close();
    }
}
