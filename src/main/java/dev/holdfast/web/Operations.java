package dev.holdfast.web;

import io.javalin.http.Context;

/// What those who run Holdfast need: whether it lives, whether it is ready, its metrics, and a reload.
final class Operations {
    private final House house;

    Operations(House house) {
        this.house = house;
    }

    void addTo(Routes routes) {
        routes.read("/-/healthy", request -> request.result("Holdfast is healthy.\n"));
        routes.read("/-/ready", this::ready);
        routes.change("/-/reload", this::reload);
        routes.read("/metrics", this::metrics);
    }

    private void ready(Context request) {
        if (house.ready()) {
            request.result("Holdfast is ready.\n");
        } else {
            request.status(503).result("Holdfast is not ready.\n");
        }
    }

    private void reload(Context request) {
        var reload = house.reload();
        if (!reload.isTaken()) {
            throw new Refusal(422, "the configuration before stays in force:\n" + String.join("\n", reload.problems()));
        }
        request.result("The configuration is in force.\n");
    }

    private void metrics(Context request) {
        var scrape = house.metrics(request.header("Accept"));
        request.contentType(scrape.contentType()).result(scrape.text());
    }
}
