package dev.holdfast.incident;

/// What a notification tells.
public enum Event {
    INCIDENT_OPENED("incident.opened"),
    INCIDENT_UPDATED("incident.updated"),
    INCIDENT_REMINDER("incident.reminder"),
    INCIDENT_RESOLVED("incident.resolved"),
    MONITOR_BLIND("monitor.blind"),
    MONITOR_SIGHTED("monitor.sighted"),
    TEST("test");

    private final String type;

    Event(String type) {
        this.type = type;
    }

    /// The contract's name for it.
    public String type() {
        return type;
    }
}
