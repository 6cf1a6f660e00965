package dev.holdfast.web;

import java.time.Instant;
import java.util.ArrayList;

/// A channel, as a page shows it.
///
/// @param standing whether it works, in a few words
/// @param answer what its receiver said to the newest try that failed, empty while it works
public record ChannelView(String name, boolean failing, String standing, String answer) {

    static ChannelView of(ChannelHealth channel, Instant now) {
        var parts = new ArrayList<String>();
        if (channel.failingSince() != null) {
            parts.add("failing for " + Ago.of(channel.failingSince(), now).words());
        }
        if (channel.pending() > 0) {
            parts.add(channel.pending() + " waiting");
        }
        parts.add(
                channel.lastDeliveredAt() == null
                        ? "nothing delivered yet"
                        : "last delivered "
                                + Ago.of(channel.lastDeliveredAt(), now).words() + " ago");
        return new ChannelView(channel.name(), channel.failing(), String.join(", ", parts), channel.answer());
    }
}
