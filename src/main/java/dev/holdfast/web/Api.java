package dev.holdfast.web;

import dev.holdfast.incident.Incident;
import dev.holdfast.incident.IncidentId;
import dev.holdfast.verdict.Result;
import dev.holdfast.wire.IncidentJson;
import dev.holdfast.wire.Json;
import dev.holdfast.wire.MonitorJson;
import dev.holdfast.wire.ResultJson;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// The JSON of the contract under `/api/v1`.
final class Api {
    private static final int FEW = 100;
    private static final int MANY = 1_000;

    private final House house;
    private final Monitors monitors;

    Api(House house) {
        this.house = house;
        this.monitors = new Monitors(house);
    }

    void addTo(Routes routes) {
        routes.read("/api/v1/monitors", this::all);
        routes.read("/api/v1/monitors/{name}", this::one);
        routes.read("/api/v1/monitors/{name}/results", this::results);
        routes.change("/api/v1/monitors/{name}/check", this::check);
        routes.read("/api/v1/incidents", this::incidents);
        routes.read("/api/v1/incidents/{id}", this::incident);
        routes.read("/api/v1/notifications", this::notifications);
        routes.read("/api/v1/gate", this::verdict);
    }

    private void all(Context request) {
        json(request, house.monitors().stream().map(MonitorJson::of).toList());
    }

    private void one(Context request) {
        json(request, MonitorJson.of(monitors.named(request.pathParam("name"))));
    }

    private void results(Context request) {
        var monitor = monitors.named(request.pathParam("name")).subject().monitor();
        var history = house.store().history(monitor, Instant.EPOCH, limit(request));
        json(request, history.stream().map(CheckJson::of).toList());
    }

    private void check(Context request) {
        var subject = monitors.named(request.pathParam("name")).subject();
        Result result = house.check(subject.monitor())
                .orElseThrow(() -> new Refusal(404, "monitor " + subject.monitor() + " is not watched any more"));
        json(request, ResultJson.of(result, subject.url()));
    }

    private void incidents(Context request) {
        json(request, chosen(request).map(IncidentJson::of).toList());
    }

    private Stream<Incident> chosen(Context request) {
        var open = house.store().open().reversed().stream();
        var limit = limit(request);
        return switch (String.valueOf(request.queryParam("state"))) {
            case "open" -> open;
            case "closed" -> house.store().resolved(limit).stream();
            case "null" -> Stream.concat(open, house.store().resolved(limit).stream());
            default -> throw new Refusal(400, "state is open or closed; leave it out for both");
        };
    }

    private void incident(Context request) {
        var id = request.pathParam("id");
        var incident = house.store()
                .incident(new IncidentId(id))
                .orElseThrow(() -> new Refusal(404, "no incident is called " + id));
        json(request, IncidentJson.of(incident));
    }

    private void notifications(Context request) {
        json(
                request,
                house.store().told(limit(request)).stream().map(ToldJson::of).toList());
    }

    /// A pipeline that asks in earnest is told by the status; one that reads the body always gets 200.
    private void verdict(Context request) {
        var verdict = Gate.of(List.copyOf(house.monitors()));
        var refuse = request.queryParam("strict") != null && !verdict.ok();
        json(request.status(refuse ? 409 : 200), verdict);
    }

    private static int limit(Context request) {
        var asked = request.queryParam("limit");
        if (asked == null) {
            return FEW;
        }
        if (!asked.matches("[1-9][0-9]{0,3}") || Integer.parseInt(asked) > MANY) {
            throw new Refusal(400, "limit is a number from 1 to " + MANY);
        }
        return Integer.parseInt(asked);
    }

    private static void json(Context request, Object body) {
        request.contentType("application/json").result(Json.write(body));
    }
}
