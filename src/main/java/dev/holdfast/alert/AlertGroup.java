package dev.holdfast.alert;

import dev.holdfast.incident.Event;
import dev.holdfast.incident.Incident;
import dev.holdfast.incident.Incident.Member;
import dev.holdfast.incident.Notice;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The body of Alertmanager's webhook, version 4: the incident is the group, its members are the alerts.
final class AlertGroup {
    private static final int ALERTS_AT_MOST = 100;
    private static final Instant NOT_YET = Instant.parse("0001-01-01T00:00:00Z");

    private AlertGroup() {}

    static Map<String, Object> of(Notice notice, @Nullable URI home) {
        var message = Message.of(notice, home);
        var labels = notice.about().map(Alert::labels).orElseGet(() -> Alert.labels(notice.event()));
        var annotations = Alert.annotations(message);
        var alerts = alerts(notice, labels);
        var body = new LinkedHashMap<String, Object>();
        body.put("version", "4");
        body.put(
                "groupKey",
                "holdfast:" + labels.getOrDefault("incident", notice.event().type()));
        body.put("truncatedAlerts", Math.max(0, alerts.size() - ALERTS_AT_MOST));
        body.put("status", status(isOver(notice)));
        body.put("receiver", notice.channel());
        body.put("groupLabels", only(labels, List.of("alertname", "incident")));
        body.put("commonLabels", alerts.size() == 1 ? labels : without(labels, "monitor"));
        body.put("commonAnnotations", annotations);
        body.put("externalURL", Objects.toString(home, ""));
        var brief = without(annotations, "evidence"); // it stands above once, and may be long
        body.put(
                "alerts",
                alerts.stream()
                        .limit(ALERTS_AT_MOST)
                        .map(alert -> json(alert, alerts.size() == 1 ? annotations : brief, message))
                        .toList());
        return body;
    }

    private record One(
            Map<String, String> labels,
            Instant startsAt,
            @Nullable Instant endsAt) {}

    private static List<One> alerts(Notice notice, Map<String, String> labels) {
        return notice.about()
                .map(Incident::members)
                .map(members ->
                        members.stream().map(member -> one(member, labels)).toList())
                .orElseGet(() -> List.of(new One(labels, notice.at(), isOver(notice) ? notice.at() : null)));
    }

    private static One one(Member member, Map<String, String> labels) {
        var own = new LinkedHashMap<>(labels);
        own.put("monitor", member.monitor().name());
        return new One(own, member.joinedAt(), member.leftAt());
    }

    private static Map<String, Object> json(One alert, Map<String, String> annotations, Message message) {
        var json = new LinkedHashMap<String, Object>();
        json.put("status", status(alert.endsAt() != null));
        json.put("labels", alert.labels());
        json.put("annotations", annotations);
        json.put("startsAt", alert.startsAt());
        json.put("endsAt", Objects.requireNonNullElse(alert.endsAt(), NOT_YET));
        json.put("generatorURL", message.page().map(URI::toString).orElse(""));
        json.put("fingerprint", fingerprint(alert.labels()));
        return json;
    }

    /// The same as long as it is the same monitor of the same incident, whatever else becomes of it.
    private static String fingerprint(Map<String, String> labels) {
        var identity = only(labels, List.of("incident", "monitor", "alertname")).toString();
        var hash = UUID.nameUUIDFromBytes(identity.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return "%016x".formatted(hash.getMostSignificantBits());
    }

    private static boolean isOver(Notice notice) {
        return notice.event() == Event.INCIDENT_RESOLVED || notice.event() == Event.MONITOR_SIGHTED;
    }

    private static String status(boolean over) {
        return over ? "resolved" : "firing";
    }

    private static Map<String, String> only(Map<String, String> labels, List<String> names) {
        var some = new LinkedHashMap<>(labels);
        some.keySet().retainAll(names);
        return some;
    }

    private static Map<String, String> without(Map<String, String> labels, String name) {
        var some = new LinkedHashMap<>(labels);
        some.remove(name);
        return some;
    }
}
