package dev.holdfast.alert;

import dev.holdfast.incident.Event;
import dev.holdfast.incident.Incident;
import dev.holdfast.incident.Notice;
import dev.holdfast.incident.Severity;
import dev.holdfast.secret.Secret;
import dev.holdfast.wire.Json;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// PagerDuty's Events API v2: an incident of Holdfast is one of PagerDuty's, found again by its id.
public final class PagerDuty implements Channel {
    /// Where events go, unless the account lives in the European region.
    public static final URI EVENTS = URI.create("https://events.pagerduty.com/v2/enqueue");

    private static final int SUMMARY = 1024;
    private static final int DETAIL = 10_000; // far below the 512 KB of a whole event

    /// Whom to page.
    ///
    /// @param routingKey the integration key of a service, 32 characters
    /// @param url usually [#EVENTS]
    public record Settings(Secret routingKey, URI url) implements ChannelSettings {
        public Settings {
            Http.checked(url);
            if (routingKey.reveal().length() != 32) {
                throw new IllegalArgumentException("the routing_key does not have 32 characters: copy the integration"
                        + " key of an Events API v2 integration");
            }
        }

        @Override
        public Channel open(String name, Outside outside) {
            return new PagerDuty(this, outside);
        }
    }

    private final Settings settings;
    private final Outside outside;

    private PagerDuty(Settings settings, Outside outside) {
        this.settings = settings;
        this.outside = outside;
    }

    @Override
    public Delivery deliver(Notice notice) {
        return outside.http()
                .post(settings.url(), Http.idempotent(notice), Json.write(event(notice)))
                .delivery(outside.now());
    }

    private Map<String, Object> event(Notice notice) {
        var event = Fields.with("routing_key", settings.routingKey().reveal())
                .and("event_action", isOver(notice.event()) ? "resolve" : "trigger")
                .and("dedup_key", key(notice))
                .and("client", "Holdfast")
                .and("client_url", Optional.ofNullable(outside.home()));
        if (!isOver(notice.event())) {
            var message = outside.message(notice);
            event.and("payload", payload(notice, message)).and("links", links(message));
        }
        return event.map();
    }

    private static boolean isOver(Event event) {
        return switch (event) {
            case INCIDENT_RESOLVED, MONITOR_SIGHTED -> true;
            case INCIDENT_OPENED, INCIDENT_UPDATED, INCIDENT_REMINDER, MONITOR_BLIND, TEST -> false;
        };
    }

    private static String key(Notice notice) {
        return switch (notice.event()) {
            case MONITOR_BLIND, MONITOR_SIGHTED -> "holdfast blind";
            case TEST -> notice.id();
            case INCIDENT_OPENED, INCIDENT_UPDATED, INCIDENT_REMINDER, INCIDENT_RESOLVED ->
                notice.about().map(incident -> incident.id().value()).orElse(notice.id());
        };
    }

    private static Map<String, Object> payload(Notice notice, Message message) {
        var failure = notice.about().map(Incident::failure);
        return Fields.with("summary", Text.cut(message.title(), SUMMARY))
                .and("source", failure.map(known -> known.url().getAuthority()).orElse("holdfast"))
                .and("severity", severity(notice))
                .and("timestamp", notice.at())
                .and("component", failure.map(known -> known.monitor().name()))
                .and("group", failure.map(known -> known.group()).filter(group -> !group.isEmpty()))
                .and("class", failure.map(known -> word(known.diagnosis().cause())))
                .and("custom_details", details(message))
                .map();
    }

    /// PagerDuty's words are Holdfast's.
    private static String severity(Notice notice) {
        var otherwise = notice.event() == Event.TEST ? Severity.INFO : Severity.CRITICAL;
        return word(notice.about().map(Incident::severity).orElse(otherwise));
    }

    private static Map<String, String> details(Message message) {
        var details = new LinkedHashMap<String, String>();
        message.facts().forEach((name, fact) -> details.put(name, Text.cut(fact, DETAIL)));
        if (details.isEmpty()) {
            details.put("Message", Text.cut(message.summary(), DETAIL));
        }
        if (!message.evidence().isEmpty()) {
            details.put("Evidence", Text.cut(message.evidence(), DETAIL));
        }
        return details;
    }

    private static List<Map<String, String>> links(Message message) {
        return message.links().entrySet().stream()
                .map(link ->
                        Map.of("text", link.getKey(), "href", link.getValue().toString()))
                .toList();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
