package dev.holdfast.incident;

import java.util.List;

/// An incident as it is from now on, and the notifications owed for that. Committed whole or not at all.
public record Change(Incident incident, List<Notice> owed) {
    public Change {
        owed = List.copyOf(owed);
    }

    IncidentId id() {
        return incident.id();
    }
}
