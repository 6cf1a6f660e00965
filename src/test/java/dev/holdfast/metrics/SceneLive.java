package dev.holdfast.metrics;

import dev.holdfast.incident.Incident;
import dev.holdfast.incident.Watched;
import dev.holdfast.scene.Scene;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// A scene behind the metrics.
record SceneLive(Scene scene) implements Live {

    @Override
    public Collection<Watched> monitors() {
        return scene.monitors();
    }

    @Override
    public List<Incident> incidents() {
        return scene.store().open();
    }

    @Override
    public Map<String, Integer> pending() {
        return scene.store().outbox().pending();
    }

    @Override
    public Map<String, Instant> credentialExpiries() {
        return Map.of("signed_in_admin", Scene.START.plusSeconds(3600));
    }

    @Override
    public int inFlight() {
        return 3;
    }

    @Override
    public long storageErrors() {
        return scene.store().errors();
    }

    @Override
    public boolean blind() {
        return false;
    }
}
