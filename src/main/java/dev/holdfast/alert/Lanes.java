package dev.holdfast.alert;

import dev.holdfast.incident.Notice;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What is on its way: at most one of a lane, so that order is kept; a few of a channel, so that one that hangs holds
/// up nobody else; none of a channel that asked to be left alone.
final class Lanes {
    static final int PER_CHANNEL = 4;

    private final Map<String, Notice> onTheirWay = new HashMap<>();
    private final Map<String, Instant> quietUntil = new HashMap<>();

    /// The lanes that something is on its way in.
    synchronized Set<String> busy() {
        return new HashSet<>(onTheirWay.keySet());
    }

    /// Lets `notice` go, if it may.
    synchronized boolean enter(Notice notice, Instant now) {
        if (isQuiet(notice.channel(), now) || isFull(notice.channel())) {
            return false;
        }
        return onTheirWay.putIfAbsent(notice.lane(), notice) == null;
    }

    /// It has arrived, or came back.
    synchronized void leave(Notice notice) {
        onTheirWay.remove(notice.lane());
    }

    /// `channel` asked that nothing be sent before `until`.
    synchronized void quiet(String channel, Instant until) {
        quietUntil.merge(channel, until, (one, other) -> one.isAfter(other) ? one : other);
    }

    private boolean isQuiet(String channel, Instant now) {
        return now.isBefore(quietUntil.getOrDefault(channel, Instant.MIN));
    }

    private boolean isFull(String channel) {
        return onTheirWay.values().stream()
                        .filter(notice -> notice.channel().equals(channel))
                        .count()
                >= PER_CHANNEL;
    }
}
