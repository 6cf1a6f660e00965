package dev.holdfast.daemon;

import dev.holdfast.incident.Incident;
import dev.holdfast.incident.Watched;
import dev.holdfast.metrics.Live;
import dev.holdfast.store.Store;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// What a scrape sees of the daemon.
record LiveView(Board board, Store store, Bounds bounds, Lookout lookout, Expiries expiries) implements Live {

    @Override
    public Collection<Watched> monitors() {
        return board.view();
    }

    @Override
    public List<Incident> incidents() {
        return store.open();
    }

    @Override
    public Map<String, Integer> pending() {
        return store.outbox().pending();
    }

    @Override
    public Map<String, Instant> credentialExpiries() {
        return expiries.byCredential();
    }

    @Override
    public int inFlight() {
        return bounds.underWay();
    }

    @Override
    public long storageErrors() {
        return store.errors();
    }

    @Override
    public boolean blind() {
        return lookout.isBlind();
    }
}
