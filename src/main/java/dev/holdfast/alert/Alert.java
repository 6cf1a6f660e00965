package dev.holdfast.alert;

import dev.holdfast.incident.Event;
import dev.holdfast.incident.Incident;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// An alert as Alertmanager understands it. Its labels are its identity, so nothing that changes while it fires may be
/// one of them; all else is in the annotations.
///
/// @param endsAt when it is over: in the future while it fires
record Alert(
        Map<String, String> labels,
        Map<String, String> annotations,
        Instant startsAt,
        Instant endsAt,
        Optional<URI> page) {

    /// In the words of Alertmanager's API.
    Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("labels", labels);
        json.put("annotations", annotations);
        json.put("startsAt", startsAt);
        json.put("endsAt", endsAt);
        page.ifPresent(url -> json.put("generatorURL", url));
        return json;
    }

    /// What routes and groups an incident.
    static Map<String, String> labels(Incident incident) {
        var labels = new LinkedHashMap<String, String>();
        labels.put(
                "alertname",
                switch (incident.kind()) {
                    case REGRESSION -> "HoldfastRegression";
                    case OUTAGE -> "HoldfastOutage";
                });
        labels.put("monitor", incident.failure().monitor().name());
        labels.put("group", incident.failure().group());
        labels.put("severity", word(incident.severity()));
        labels.put("cause", word(incident.failure().diagnosis().cause()));
        labels.put("kind", word(incident.kind()));
        labels.put("incident", incident.id().value());
        labels.values().removeIf(String::isEmpty);
        return labels;
    }

    /// The labels of what is about no incident.
    static Map<String, String> labels(Event event) {
        return switch (event) {
            case MONITOR_BLIND, MONITOR_SIGHTED -> Map.of("alertname", "HoldfastBlind", "severity", "critical");
            case TEST -> Map.of("alertname", "HoldfastTest", "severity", "info");
            case INCIDENT_OPENED, INCIDENT_UPDATED, INCIDENT_REMINDER, INCIDENT_RESOLVED ->
                Map.of("alertname", "Holdfast");
        };
    }

    /// All that a person reads.
    static Map<String, String> annotations(Message message) {
        var annotations = new LinkedHashMap<String, String>();
        annotations.put("title", message.title());
        annotations.put("summary", message.summary());
        message.facts().forEach((name, fact) -> annotations.put(key(name), fact));
        annotations.put("evidence", message.evidence());
        Optional.ofNullable(message.links().get(Message.RUNBOOK))
                .map(URI::toString)
                .ifPresent(runbook -> {
                    annotations.put("runbook", runbook);
                    annotations.put("runbook_url", runbook); // the name that dashboards look for
                });
        annotations.values().removeIf(String::isEmpty);
        return annotations;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
