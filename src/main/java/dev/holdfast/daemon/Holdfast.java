package dev.holdfast.daemon;

import dev.holdfast.alert.Channels;
import dev.holdfast.alert.Courier;
import dev.holdfast.alert.Earlier;
import dev.holdfast.alert.Resender;
import dev.holdfast.config.FileWatch;
import dev.holdfast.config.Loaded;
import dev.holdfast.config.Settings;
import dev.holdfast.incident.Incident;
import dev.holdfast.incident.IncidentId;
import dev.holdfast.incident.Watched;
import dev.holdfast.metrics.Metrics;
import dev.holdfast.schedule.Schedule;
import dev.holdfast.store.Store;
import dev.holdfast.store.Stores;
import dev.holdfast.store.Told;
import dev.holdfast.web.Site;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The daemon: its parts, wired by hand in the order in which they need each other, and closed in the opposite order.
public final class Holdfast implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("holdfast");
    private static final int RECENT = 100;
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);

    private final Teardown teardown;
    private final Board board;
    private final Site site;

    private Holdfast(Teardown teardown, Board board, Site site) {
        this.teardown = teardown;
        this.board = board;
        this.site = site;
    }

    /// Starts to watch what `settings` say.
    ///
    /// @param file where they came from, watched for changes
    /// @param source reads them again
    /// @throws dev.holdfast.store.StoreUnavailable when the store cannot be opened
    /// @throws dev.holdfast.web.CannotListen when the address is taken
    public static Holdfast start(Settings settings, Path file, Supplier<Loaded> source) {
        var teardown = new Teardown();
        try {
            return wire(settings, file, source, teardown);
        } catch (RuntimeException failed) {
            teardown.close();
            throw failed;
        }
    }

    private static Holdfast wire(Settings settings, Path file, Supplier<Loaded> source, Teardown teardown) {
        var clock = InstantSource.system();
        var store = teardown.closing(Stores.open(settings.store(), clock));
        var outlook = new Outlook(store);
        var board = new Board(store, outlook, clock);
        var bounds = new Bounds();
        var schedule = teardown.closing(Schedule.open());
        var lookout = teardown.closing(new Lookout(board, store, schedule, clock));
        var expiries = new Expiries();
        var metrics = teardown.closing(
                new Metrics(new LiveView(board, store, bounds, lookout, expiries), clock, Version.NUMBER));

        var channels = teardown.closing(new Channels(
                clock, settings.web().externalUrl(), (channel, incident) -> opened(store, channel, incident)));
        var courier = teardown.closing(new Courier(
                store.outbox(), channels.open(settings.channels()), metrics::attempt, clock, new SecureRandom()));
        courier.start();
        teardown.closing(new Resender(courier::channels, () -> recent(store))).start();

        var teller = new Teller(metrics);
        var diagnosing = new Diagnosing(settings);
        var doubt = new Doubt(teardown.closing(Pulse.start()), lookout, outlook, store);
        var cycle = new Cycle(diagnosing, doubt, store, schedule, teller);
        var checks = teardown.closing(new Checks(cycle, diagnosing, bounds, metrics, clock));
        var rota = teardown.closing(new Rota(board, schedule, store, teller, clock));
        var self = new SelfWatch(store, outlook, teller, clock);
        var reloading = new Reloading(
                source,
                List.of(
                        expiries::follow,
                        diagnosing::follow,
                        outlook::follow,
                        lookout::follow,
                        self::follow,
                        rota::follow),
                channels,
                courier,
                metrics,
                clock);
        reloading.start(settings);
        teardown.closing(new Watchman(board, store, outlook, clock).start());
        teardown.closing(self.start());

        var desk = new Desk(board, store, outlook, lookout, checks, reloading, metrics, clock);
        var site = teardown.closing(Site.open(settings.web(), desk));
        teardown.closing(FileWatch.start(file, reloading::reload));
        Hangup.calls(reloading::reload);
        schedule.start((monitor, late) -> board.watch(monitor).ifPresent(watch -> checks.handOver(watch, late)));
        LOG.info(
                "watching {} monitors; page at http://{}:{}/",
                settings.monitors().size(),
                settings.web().host(),
                site.port());
        return new Holdfast(teardown, board, site);
    }

    /// What a channel was told first of an incident, for those that answer in its thread or edit it.
    private static Optional<Earlier.Told> opened(Store store, String channel, IncidentId incident) {
        return store.told(incident).stream()
                .filter(told -> told.status() == Told.Status.DELIVERED
                        && told.notice().channel().equals(channel))
                .reduce((newer, older) -> older)
                .map(told -> new Earlier.Told(told.notice(), told.answer()));
    }

    /// What receivers that forget have to be reminded of.
    private static List<Incident> recent(Store store) {
        return Stream.concat(store.open().stream(), store.resolved(RECENT).stream())
                .toList();
    }

    /// Where pages, API and metrics are.
    public int port() {
        return site.port();
    }

    /// Every monitor as it stands now.
    public Collection<Watched> monitors() {
        return board.view();
    }

    /// Returns when the process is told to end, and holds its end back until the calling thread is done.
    public void untilStopped() throws InterruptedException {
        var stopped = new CountDownLatch(1);
        var caller = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> letEnd(stopped, caller)));
        stopped.await();
    }

    private static void letEnd(CountDownLatch stopped, Thread caller) {
        stopped.countDown();
        try {
            caller.join(LAST_WORDS);
        } catch (InterruptedException nobodyDoes) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        teardown.close();
    }
}
