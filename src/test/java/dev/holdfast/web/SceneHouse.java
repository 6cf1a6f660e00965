package dev.holdfast.web;

import dev.holdfast.incident.Ack;
import dev.holdfast.incident.Attention;
import dev.holdfast.incident.Deployment;
import dev.holdfast.incident.Incident;
import dev.holdfast.incident.IncidentId;
import dev.holdfast.incident.Silence;
import dev.holdfast.incident.Watched;
import dev.holdfast.observation.MonitorId;
import dev.holdfast.scene.Saw;
import dev.holdfast.scene.Scene;
import dev.holdfast.store.Store;
import dev.holdfast.verdict.Result;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A scene behind the site.
final class SceneHouse implements House {
    private final Scene scene;
    volatile boolean ready = true;
    volatile boolean blind;
    volatile List<String> problems = List.of();

    SceneHouse(Scene scene) {
        this.scene = scene;
    }

    @Override
    public Collection<Watched> monitors() {
        return scene.monitors();
    }

    @Override
    public Store store() {
        return scene.store();
    }

    @Override
    public boolean ready() {
        return ready;
    }

    @Override
    public boolean blind() {
        return blind;
    }

    @Override
    public Optional<Result> check(MonitorId monitor) {
        scene.check(monitor.name(), Saw.expected(401));
        return scene.monitors().stream()
                .filter(watched -> watched.subject().monitor().equals(monitor))
                .findFirst()
                .flatMap(Watched::result);
    }

    @Override
    public Optional<Incident> acknowledge(IncidentId id, String by, String note) {
        var ack = new Ack(scene.now(), by, note);
        store().revise(ledger -> ledger.open(id)
                .flatMap(incident -> Attention.acknowledged(incident, ack))
                .map(List::of)
                .orElse(List.of()));
        return store().incident(id).filter(Incident::isOpen);
    }

    @Override
    public List<Silence> silences() {
        return store().silences();
    }

    @Override
    public void silence(Silence silence) {
        store().silence(silence);
    }

    @Override
    public Optional<Silence> expire(String id) {
        var ended = store().silences().stream()
                .filter(silence -> silence.id().equals(id))
                .findFirst()
                .map(silence -> silence.endedAt(scene.now()));
        ended.ifPresent(store()::silence);
        return ended;
    }

    @Override
    public Deployment deployed(String name, @Nullable Instant at) {
        var deployment = new Deployment(name, at == null ? scene.now() : at);
        store().deployed(deployment);
        return deployment;
    }

    @Override
    public Reload reload() {
        return new Reload(problems);
    }

    @Override
    public Scrape metrics(@Nullable String accept) {
        return new Scrape("text/plain; version=0.0.4; charset=utf-8", "holdfast_blind 0\n");
    }

    @Override
    public String version() {
        return "1.2.3";
    }
}
