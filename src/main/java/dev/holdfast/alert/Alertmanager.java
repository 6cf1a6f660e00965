package dev.holdfast.alert;

import dev.holdfast.incident.Event;
import dev.holdfast.incident.Incident;
import dev.holdfast.incident.Notice;
import dev.holdfast.secret.Secret;
import dev.holdfast.wire.Json;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Prometheus Alertmanagers, all of which are told: an incident is one alert, told again until it is resolved and
/// for a
/// while after, as Alertmanager asks of its clients. When Holdfast dies its alerts end by themselves.
public final class Alertmanager implements Channel {
    static final Duration LIFETIME = Duration.ofMinutes(4);
    static final Duration RESOLVED_REPEATED = Duration.ofMinutes(5);
    private static final int BATCH = 256;

    /// Where they are, and what every alert to them carries.
    ///
    /// @param urls where the Alertmanagers of a cluster listen, each of them, no load balancer
    /// @param labels added to every alert
    /// @param authorization the value of the `Authorization` header
    public record Settings(
            List<URI> urls,
            Map<String, String> labels,
            @Nullable Secret authorization) implements ChannelSettings {
        public Settings {
            urls = List.copyOf(urls);
            labels = Map.copyOf(labels);
            if (urls.isEmpty()) {
                throw new IllegalArgumentException("no url: name every Alertmanager of the cluster");
            }
            urls.forEach(Http::checked);
            if (authorization != null) {
                Http.check(Map.of("Authorization", authorization));
            }
        }

        @Override
        public Channel open(String name, Outside outside) {
            return new Alertmanager(name, this, outside);
        }
    }

    private final String name;
    private final Settings settings;
    private final Outside outside;
    private final List<Instance> instances;

    /// Since when Holdfast has been blind.
    private final AtomicReference<@Nullable Notice> blind = new AtomicReference<>();

    private Alertmanager(String name, Settings settings, Outside outside) {
        this.name = name;
        this.settings = settings;
        this.outside = outside;
        this.instances =
                settings.urls().stream().map(url -> new Instance(url, outside)).toList();
    }

    @Override
    public Delivery deliver(Notice notice) {
        remember(notice);
        return tell(List.of(alert(notice)));
    }

    @Override
    public void remind(List<Incident> incidents) {
        var standing = Stream.concat(
                Optional.ofNullable(blind.get()).map(this::alert).stream(),
                incidents.stream().filter(this::isToBeRepeated).map(this::alert));
        standing.gather(Gatherers.windowFixed(BATCH)).forEach(this::tell);
    }

    private void remember(Notice notice) {
        if (notice.event() == Event.MONITOR_BLIND) {
            blind.set(notice);
        } else if (notice.event() == Event.MONITOR_SIGHTED) {
            blind.set(null);
        }
    }

    private boolean isToBeRepeated(Incident incident) {
        var resolvedAt = incident.resolvedAt();
        return incident.channels().contains(name)
                && (resolvedAt == null || resolvedAt.plus(RESOLVED_REPEATED).isAfter(outside.now()));
    }

    private Alert alert(Notice notice) {
        return notice.about().map(this::alert).orElseGet(() -> aboutNoIncident(notice));
    }

    private Alert alert(Incident incident) {
        var message = Message.of(incident, outside.home());
        return new Alert(
                withOwn(Alert.labels(asFirstTold(incident))),
                Alert.annotations(message),
                incident.origin().firstFailedAt(),
                Optional.ofNullable(incident.resolvedAt()).orElseGet(this::unlessRepeated),
                message.page());
    }

    /// What labels are made of may change while it is open; they may not.
    private Incident asFirstTold(Incident incident) {
        return outside.earlier()
                .first(name, incident.id())
                .flatMap(told -> told.notice().about())
                .orElse(incident);
    }

    private Alert aboutNoIncident(Notice notice) {
        var message = Message.of(notice, outside.home());
        return new Alert(
                withOwn(Alert.labels(notice.event())),
                Alert.annotations(message),
                notice.at(),
                notice.event() == Event.MONITOR_SIGHTED ? notice.at() : unlessRepeated(),
                message.page());
    }

    private Instant unlessRepeated() {
        return outside.now().plus(LIFETIME);
    }

    private Map<String, String> withOwn(Map<String, String> made) {
        var all = new LinkedHashMap<>(made);
        all.putAll(settings.labels());
        return all;
    }

    /// One Alertmanager is enough: the others hear of it from it, and with the next reminder.
    private Delivery tell(List<Alert> alerts) {
        var body = Json.write(alerts.stream().map(Alert::json).toList());
        return Delivery.ofAny(Together.call(instances, instance -> instance.post(headers(), body)));
    }

    private Map<String, String> headers() {
        return settings.authorization() == null
                ? Map.of()
                : Map.of("Authorization", settings.authorization().reveal());
    }

    /// One Alertmanager of the cluster.
    private record Instance(URI api, Outside outside) {
        private static final String PATH = "/api/v2/alerts";

        Instance {
            api = URI.create(api.toString().replaceAll("(/api/v2/alerts)?/*$", "") + PATH);
        }

        Delivery post(Map<String, String> headers, String body) {
            return outside.http().post(api, headers, body).delivery(outside.now());
        }
    }
}
