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

/// Jira Service Management's alerts, whose contract is Opsgenie's: an incident is an alert, found again by its alias.
public final class Jsm implements Channel {
    /// Jira Service Management. Opsgenie, while it lasts, is `https://api.opsgenie.com`.
    public static final URI API = URI.create("https://api.atlassian.com/jsm/ops/integration");

    private static final int MESSAGE = 130;
    private static final int DESCRIPTION = 15_000;
    private static final int DETAIL = 500; // all of them together may have 8,000

    /// Whom to tell.
    ///
    /// @param key of an API integration
    /// @param url usually [#API]
    public record Settings(Secret key, URI url) implements ChannelSettings {
        public Settings {
            Http.checked(url);
            Http.check(Map.of("Authorization", key));
        }

        @Override
        public Channel open(String name, Outside outside) {
            return new Jsm(this, outside);
        }
    }

    private final Settings settings;
    private final Outside outside;

    private Jsm(Settings settings, Outside outside) {
        this.settings = settings;
        this.outside = outside;
    }

    @Override
    public Delivery deliver(Notice notice) {
        var message = outside.message(notice);
        return switch (notice.event()) {
            case INCIDENT_OPENED, MONITOR_BLIND, TEST -> post("v2/alerts", notice, alert(notice, message));
            case INCIDENT_UPDATED, INCIDENT_REMINDER -> post(alias(notice, "notes"), notice, note(message));
            case INCIDENT_RESOLVED, MONITOR_SIGHTED -> post(alias(notice, "close"), notice, note(message));
        };
    }

    private Delivery post(String path, Notice notice, Fields body) {
        var headers = new LinkedHashMap<>(Http.idempotent(notice));
        headers.put("Authorization", "GenieKey " + settings.key().reveal());
        return outside.http()
                .post(Http.below(settings.url(), path), headers, Json.write(body.map()))
                .delivery(outside.now());
    }

    private static String alias(Notice notice, String action) {
        return "v2/alerts/" + alias(notice) + "/" + action + "?identifierType=alias";
    }

    private static String alias(Notice notice) {
        return switch (notice.event()) {
            case MONITOR_BLIND, MONITOR_SIGHTED -> "holdfast_blind";
            case INCIDENT_OPENED, INCIDENT_UPDATED, INCIDENT_REMINDER, INCIDENT_RESOLVED, TEST ->
                notice.about().map(incident -> incident.id().value()).orElse(notice.id());
        };
    }

    private static Fields alert(Notice notice, Message message) {
        return Fields.with("message", Text.cut(message.title(), MESSAGE))
                .and("alias", alias(notice))
                .and("description", Text.cut(message.title() + "\n\n" + message.body(), DESCRIPTION))
                .and("priority", priority(notice))
                .and("source", "Holdfast")
                .and(
                        "entity",
                        notice.about()
                                .map(incident -> incident.failure().monitor().name()))
                .and("tags", notice.about().map(Jsm::tags).orElse(List.of("holdfast")))
                .and("details", details(message));
    }

    private static Fields note(Message message) {
        return Fields.with("source", "Holdfast")
                .and("note", Text.cut(message.title() + "\n\n" + message.body(), DESCRIPTION));
    }

    private static List<String> tags(Incident incident) {
        return List.of(
                "holdfast",
                word(incident.kind()),
                word(incident.failure().diagnosis().cause()));
    }

    private static Map<String, String> details(Message message) {
        var details = new LinkedHashMap<String, String>();
        message.facts().forEach((name, fact) -> details.put(name, Text.cut(fact, DETAIL)));
        return details;
    }

    private static String priority(Notice notice) {
        var otherwise = notice.event() == Event.TEST ? Severity.INFO : Severity.CRITICAL;
        return switch (notice.about().map(Incident::severity).orElse(otherwise)) {
            case CRITICAL -> "P1";
            case ERROR -> "P2";
            case WARNING -> "P3";
            case INFO -> "P5";
        };
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
