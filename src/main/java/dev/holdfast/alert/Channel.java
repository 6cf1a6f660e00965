package dev.holdfast.alert;

import dev.holdfast.incident.Notice;

/// One way to tell on-call.
public interface Channel {

    /// Tries once to tell it, within the channel's own deadline. Never throws for anything the receiver or the network
    /// does.
    Delivery deliver(Notice notice);
}
