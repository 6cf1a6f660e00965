package dev.holdfast.alert;

import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Opens the channels that configuration names.
public final class Channels implements AutoCloseable {
    private record Opened(ChannelSettings settings, Channel channel) {}

    private final Http http = new Http();
    private final Outside outside;
    private Map<String, Opened> opened = Map.of();

    /// No channel yet.
    ///
    /// @param home where people reach Holdfast's pages, for links in messages; null for none
    public Channels(InstantSource clock, @Nullable URI home) {
        this.outside = new Outside(http, clock, home);
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

    /// Ends what is still on its way.
    @Override
    public void close() {
        http.close();
    }
}
