package dev.holdfast.web;

import dev.holdfast.incident.IncidentId;
import dev.holdfast.incident.Watched;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;

/// The pages people look at. They need no script and nothing from elsewhere; whatever they show is escaped.
final class Pages {
    private static final int CHECKS = 50;
    private static final String STYLE = read("style.css");

    private final House house;
    private final Monitors monitors;
    private final InstantSource clock;
    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "dev.holdfast.web.pages");

    Pages(House house, InstantSource clock) {
        this.house = house;
        this.clock = clock;
        this.monitors = new Monitors(house);
    }

    void addTo(Routes routes) {
        routes.read("/", request -> page(request, "home.jte", HomeView.of(house, clock.instant())));
        routes.read("/monitors/{name}", this::monitor);
        routes.read("/incidents/{id}", this::incident);
        routes.read("/badge/{name}", this::badge);
        routes.read(
                "/style.css",
                request -> request.contentType("text/css; charset=utf-8").result(STYLE));
    }

    private void monitor(Context request) {
        var watched = monitors.named(request.pathParam("name"));
        var checks = house.store().history(watched.subject().monitor(), Instant.EPOCH, CHECKS);
        page(
                request,
                "monitor.jte",
                new MonitorPage(
                        view(watched), checks.stream().map(CheckView::of).toList(), house.version()));
    }

    private void incident(Context request) {
        var id = new IncidentId(request.pathParam("id"));
        var incident = house.store()
                .incident(id)
                .orElseThrow(() -> new Refusal(404, "no incident is called " + id + "; the status page lists them"));
        page(request, "incident.jte", IncidentPage.of(incident, house, clock.instant()));
    }

    private void badge(Context request) {
        var name = request.pathParam("name").replaceFirst("\\.svg$", "");
        var view = view(monitors.named(name));
        request.contentType("image/svg+xml; charset=utf-8").result(rendered("badge.jte", view));
    }

    private MonitorView view(Watched watched) {
        var now = clock.instant();
        var silences = house.silences().stream()
                .filter(silence -> silence.isActive(now))
                .toList();
        return MonitorView.of(watched, silences, now);
    }

    private void page(Context request, String template, Object view) {
        request.contentType("text/html; charset=utf-8").result(rendered(template, view));
    }

    private String rendered(String template, Object view) {
        var output = new StringOutput();
        templates.render(template, Map.of("view", view), output);
        return output.toString();
    }

    private static String read(String resource) {
        try (var in = Objects.requireNonNull(Pages.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new IllegalStateException("the jar is damaged: " + resource, broken);
        }
    }
}
