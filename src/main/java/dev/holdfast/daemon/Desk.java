package dev.holdfast.daemon;

import dev.holdfast.config.Problem;
import dev.holdfast.incident.Ack;
import dev.holdfast.incident.Attention;
import dev.holdfast.incident.Deployment;
import dev.holdfast.incident.Incident;
import dev.holdfast.incident.IncidentId;
import dev.holdfast.incident.Silence;
import dev.holdfast.incident.Watched;
import dev.holdfast.metrics.Metrics;
import dev.holdfast.observation.MonitorId;
import dev.holdfast.store.Store;
import dev.holdfast.verdict.Result;
import dev.holdfast.web.House;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the pages and the API see of the daemon, and may ask of it.
record Desk(
        Board board,
        Store store,
        Outlook outlook,
        Lookout lookout,
        Checks checks,
        Reloading reloading,
        Metrics metrics,
        InstantSource clock)
        implements House {

    @Override
    public Collection<Watched> monitors() {
        return board.view();
    }

    @Override
    public boolean ready() {
        return true; // the site opens last and closes first
    }

    @Override
    public boolean blind() {
        return lookout.isBlind();
    }

    @Override
    public Optional<Result> check(MonitorId monitor) {
        return board.watch(monitor).map(checks::now);
    }

    @Override
    public Optional<Incident> acknowledge(IncidentId id, String by, String note) {
        var ack = new Ack(clock.instant(), by, note);
        var _ = store.revise(ledger -> ledger.open(id)
                .flatMap(incident -> Attention.acknowledged(incident, ack))
                .map(List::of)
                .orElse(List.of()));
        return store.incident(id).filter(Incident::isOpen);
    }

    @Override
    public List<Silence> silences() {
        var now = clock.instant();
        return outlook.silences().stream()
                .filter(silence -> now.isBefore(silence.until()))
                .toList();
    }

    @Override
    public void silence(Silence silence) {
        store.silence(silence);
    }

    @Override
    public Optional<Silence> expire(String id) {
        var ended = store.silences().stream()
                .filter(silence -> silence.id().equals(id))
                .findFirst()
                .map(silence -> silence.endedAt(clock.instant()));
        ended.ifPresent(store::silence);
        return ended;
    }

    @Override
    public Deployment deployed(String name, @Nullable Instant at) {
        var deployment = new Deployment(name, Optional.ofNullable(at).orElseGet(clock::instant));
        store.deployed(deployment);
        return deployment;
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
