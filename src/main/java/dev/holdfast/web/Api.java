package dev.holdfast.web;

import dev.holdfast.verdict.Result;
import dev.holdfast.wire.MonitorJson;
import dev.holdfast.wire.ResultJson;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// The JSON of the contract under `/api/v1` about monitors, and about all of it at once.
final class Api {
    private final House house;
    private final Monitors monitors;
    private final InstantSource clock;

    Api(House house, InstantSource clock) {
        this.house = house;
        this.monitors = new Monitors(house);
        this.clock = clock;
    }

    void addTo(Routes routes) {
        routes.read("/api/v1/monitors", this::all);
        routes.read("/api/v1/monitors/{name}", this::one);
        routes.read("/api/v1/monitors/{name}/results", this::results);
        routes.change("/api/v1/monitors/{name}/check", this::check);
        routes.read("/api/v1/gate", this::verdict);
        routes.read("/api/v1/status", request -> Answers.json(request, StatusJson.of(house, clock.instant())));
    }

    private void all(Context request) {
        Answers.json(request, house.monitors().stream().map(MonitorJson::of).toList());
    }

    private void one(Context request) {
        Answers.json(request, MonitorJson.of(monitors.named(request.pathParam("name"))));
    }

    private void results(Context request) {
        var monitor = monitors.named(request.pathParam("name")).subject().monitor();
        var history = house.store().history(monitor, Instant.EPOCH, Query.limit(request));
        Answers.json(request, history.stream().map(CheckJson::of).toList());
    }

    private void check(Context request) {
        var subject = monitors.named(request.pathParam("name")).subject();
        Result result = house.check(subject.monitor())
                .orElseThrow(() -> new Refusal(404, "monitor " + subject.monitor() + " is not watched any more"));
        Answers.json(request, ResultJson.of(result, subject.url()));
    }

    /// A pipeline that asks in earnest is told by the status; one that reads the body always gets 200.
    private void verdict(Context request) {
        var verdict = Gate.of(List.copyOf(house.monitors()));
        var refuse = request.queryParam("strict") != null && !verdict.ok();
        Answers.json(request.status(refuse ? 409 : 200), verdict);
    }
}
