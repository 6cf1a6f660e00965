package dev.holdfast.crash;

import dev.holdfast.wire.NoticeJson;

/// A notification as it arrived.
record Taken(String channel, NoticeJson notice) {

    String id() {
        return notice.id();
    }

    String type() {
        return notice.type();
    }

    String incident() {
        return notice.data().incident().id().value();
    }

    /// The group of the monitor it is about.
    String group() {
        return notice.data().incident().group();
    }

    String lane() {
        return channel + " " + incident();
    }
}
