package dev.holdfast.web;

import dev.holdfast.incident.Incident;
import dev.holdfast.incident.IncidentId;
import dev.holdfast.store.Told;
import dev.holdfast.wire.IncidentJson;
import dev.holdfast.wire.StoryJson;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Incidents, who takes care of them, and who was told of them, under `/api/v1`.
final class IncidentApi {
    private final House house;

    IncidentApi(House house) {
        this.house = house;
    }

    void addTo(Routes routes) {
        routes.read("/api/v1/incidents", this::incidents);
        routes.read("/api/v1/incidents/{id}", this::incident);
        routes.change("/api/v1/incidents/{id}/ack", this::acknowledge);
        routes.read("/api/v1/notifications", this::notifications);
    }

    private void incidents(Context request) {
        Answers.json(request, chosen(request).map(IncidentJson::of).toList());
    }

    private Stream<Incident> chosen(Context request) {
        var open = house.store().open().reversed().stream();
        var limit = Query.limit(request);
        return switch (Query.text(request, "state").orElse("any")) {
            case "open" -> open;
            case "closed" -> house.store().resolved(limit).stream();
            case "any" -> Stream.concat(open, house.store().resolved(limit).stream());
            default -> throw new Refusal(400, "state is open or closed; leave it out for both");
        };
    }

    private void incident(Context request) {
        var id = new IncidentId(request.pathParam("id"));
        var incident = house.store().incident(id).orElseThrow(() -> unknown(id));
        Answers.json(request, new StoryJson(IncidentJson.of(incident), Timeline.of(incident, house.store())));
    }

    private void acknowledge(Context request) {
        var id = new IncidentId(request.pathParam("id"));
        var asked = Asked.of(request, "by", "note");
        var incident = house.acknowledge(
                        id, asked.text("by").orElse("admin"), asked.text("note").orElse(""))
                .orElseThrow(() -> cannotAcknowledge(id));
        Answers.json(request, IncidentJson.of(incident));
    }

    private Refusal cannotAcknowledge(IncidentId id) {
        return house.store()
                .incident(id)
                .flatMap(incident -> Optional.ofNullable(incident.resolvedAt()))
                .map(end -> new Refusal(409, "incident " + id + " ended " + end + ": there is nobody left to call"))
                .orElseGet(() -> unknown(id));
    }

    private static Refusal unknown(IncidentId id) {
        return new Refusal(404, "no incident is called " + id + "; GET /api/v1/incidents lists those there are");
    }

    private void notifications(Context request) {
        var status = Query.text(request, "status").map(IncidentApi::status);
        var channel = Query.text(request, "channel");
        var limit = Query.limit(request);
        Answers.json(
                request,
                told(request).stream()
                        .filter(told -> status.isEmpty() || status.get() == told.status())
                        .filter(told -> channel.isEmpty()
                                || channel.get().equals(told.notice().channel()))
                        .limit(limit)
                        .map(ToldJson::of)
                        .toList());
    }

    private List<Told> told(Context request) {
        return Query.text(request, "incident")
                .map(id -> house.store().told(new IncidentId(id)))
                .orElseGet(() -> house.store().told(Query.MANY));
    }

    private static Told.Status status(String word) {
        return Stream.of(Told.Status.values())
                .filter(status -> word(status).equals(word))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        400,
                        "status is one of "
                                + Stream.of(Told.Status.values())
                                        .map(IncidentApi::word)
                                        .collect(Collectors.joining(", "))));
    }

    private static String word(Told.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
