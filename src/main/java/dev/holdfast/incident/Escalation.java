package dev.holdfast.incident;

import java.time.Duration;
import java.util.List;

/// Who is told besides when nobody has acknowledged for a while.
///
/// @param after since the incident opened
/// @param channels the names of the channels that are told then
public record Escalation(Duration after, List<String> channels) {
    public Escalation {
        channels = List.copyOf(channels);
    }
}
