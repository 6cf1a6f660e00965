package dev.holdfast.alert;

import dev.holdfast.incident.Incident;
import dev.holdfast.incident.Notice;
import java.util.List;

/// One way to tell on-call.
public interface Channel {

    /// Tries once to tell it, within the channel's own deadline. Never throws for anything the receiver or the network
    /// does.
    Delivery deliver(Notice notice);

    /// Tells a receiver that forgets what it is not reminded of how things stand. Most receivers remember.
    ///
    /// @param incidents all that are open, and those that were resolved within the last minutes
    default void remind(List<Incident> incidents) {}
}
