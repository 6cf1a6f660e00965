package dev.holdfast.incident;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One notification owed to one channel, with the incident as it was when it came to be owed.
///
/// @param id the same over all attempts and restarts: receivers deduplicate by it
/// @param channel the name of the channel
/// @param at when what it tells happened
/// @param dueAt when to send it; later than `at` while more of the same may still come
/// @param incident null for events that are about no incident
public record Notice(
        String id,
        Event event,
        String channel,
        Instant at,
        Instant dueAt,
        @Nullable Incident incident) {

    static Notice of(Event event, String channel, Incident incident, Instant at, Instant dueAt) {
        var id = "msg_" + Digest.of(incident.id().value(), event.type(), channel, "" + incident.revision());
        return new Notice(id, event, channel, at, dueAt, incident);
    }

    /// Holdfast cannot see since `at`, or sees again.
    public static Notice ofSight(Event event, String channel, Instant at) {
        return new Notice("msg_" + Digest.of(event.type(), channel, at.toString()), event, channel, at, at, null);
    }

    /// A notification that only proves that the channel works.
    public static Notice test(String channel, Instant at) {
        return new Notice("msg_" + Digest.of("test", channel, at.toString()), Event.TEST, channel, at, at, null);
    }

    /// The incident it is about.
    public Optional<Incident> about() {
        return Optional.ofNullable(incident);
    }

    /// What has to be delivered in order: everything about one incident, or about Holdfast's sight, to one channel.
    public String lane() {
        if (incident != null) {
            return lane(channel, incident.id());
        }
        return channel + " " + (event == Event.TEST ? id : "sight");
    }

    /// The lane of everything about `incident` to `channel`.
    public static String lane(String channel, IncidentId incident) {
        return channel + " " + incident;
    }

    /// Whether `waiting`, which nobody has tried to send yet, need not be sent any more once this is owed.
    public boolean replaces(Notice waiting) {
        return waiting.event == Event.INCIDENT_UPDATED
                && (event == Event.INCIDENT_UPDATED || event == Event.INCIDENT_RESOLVED)
                && lane().equals(waiting.lane());
    }

    /// This in the name of `waiting`: what is told once need not be told twice.
    public Notice insteadOf(Notice waiting) {
        return event == Event.INCIDENT_UPDATED ? new Notice(waiting.id, event, channel, at, dueAt, incident) : this;
    }
}
