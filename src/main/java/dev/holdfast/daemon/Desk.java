package dev.holdfast.daemon;

import dev.holdfast.config.Problem;
import dev.holdfast.incident.Watched;
import dev.holdfast.metrics.Metrics;
import dev.holdfast.observation.MonitorId;
import dev.holdfast.store.Store;
import dev.holdfast.verdict.Result;
import dev.holdfast.web.House;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the pages and the API see of the daemon, and may ask of it.
record Desk(Board board, Store store, Checks checks, Reloading reloading, Metrics metrics) implements House {

    @Override
    public Collection<Watched> monitors() {
        return board.view();
    }

    @Override
    public boolean ready() {
        return true; // the site opens last and closes first
    }

    @Override
    public Optional<Result> check(MonitorId monitor) {
        return board.watch(monitor).map(checks::now);
    }

    @Override
    public Reload reload() {
        return new Reload(reloading.reload().stream().map(Problem::toString).toList());
    }

    @Override
    public Scrape metrics(@Nullable String accept) {
        var scrape = metrics.scrape(accept);
        return new Scrape(scrape.contentType(), scrape.text());
    }

    @Override
    public String version() {
        return Version.NUMBER;
    }
}
