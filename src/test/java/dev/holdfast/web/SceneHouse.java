package dev.holdfast.web;

import dev.holdfast.incident.Watched;
import dev.holdfast.observation.MonitorId;
import dev.holdfast.scene.Saw;
import dev.holdfast.scene.Scene;
import dev.holdfast.store.Store;
import dev.holdfast.verdict.Result;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A scene behind the site.
final class SceneHouse implements House {
    private final Scene scene;
    volatile boolean ready = true;
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
    public Optional<Result> check(MonitorId monitor) {
        scene.check(monitor.name(), Saw.expected(401));
        return scene.monitors().stream()
                .filter(watched -> watched.subject().monitor().equals(monitor))
                .findFirst()
                .flatMap(Watched::result);
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
