package dev.holdfast.daemon;

import dev.holdfast.config.Settings;
import dev.holdfast.diagnosis.Diagnosis;
import dev.holdfast.diagnosis.Diagnostician;
import dev.holdfast.diagnosis.Outcome;
import dev.holdfast.diagnosis.Pasted;
import dev.holdfast.incident.Condition.Up;
import dev.holdfast.incident.Flapping;
import dev.holdfast.incident.Insistence;
import dev.holdfast.incident.Lifecycle;
import dev.holdfast.incident.Patience;
import dev.holdfast.incident.Subject;
import dev.holdfast.observation.MonitorId;
import dev.holdfast.observation.NotTried;
import dev.holdfast.observation.Request;
import dev.holdfast.store.Store;
import dev.holdfast.store.StoreTrouble;
import dev.holdfast.verdict.Judgement;
import dev.holdfast.verdict.Result;
import dev.holdfast.verdict.Verdict;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Holdfast's own database, watched like any endpoint: when it takes nothing, that is an incident, told from memory.
final class SelfWatch implements AutoCloseable {
    /// The name by which the database goes in incidents.
    static final MonitorId STORE = new MonitorId("holdfast.store");

    private static final Logger LOG = LoggerFactory.getLogger(SelfWatch.class);
    private static final Duration ROUND = Duration.ofSeconds(1);
    /// A database that is busy for a moment is no incident.
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Store store;
    private final Outlook outlook;
    private final Teller teller;
    private final InstantSource clock;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile List<String> channels = List.of();
    private volatile URI page = URI.create("http://localhost/");

    SelfWatch(Store store, Outlook outlook, Teller teller, InstantSource clock) {
        this.store = store;
        this.outlook = outlook;
        this.teller = teller;
        this.clock = clock;
    }

    void follow(Settings settings) {
        channels = settings.channels().keySet().stream().sorted().toList();
        page = URI.create(
                "http://" + settings.web().host() + ":" + settings.web().port() + "/");
    }

    SelfWatch start() {
        Thread.ofPlatform().daemon().name("self-watch").start(this::keepLooking);
        return this;
    }

    private void keepLooking() {
        try {
            while (!closed.await(ROUND.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException nobodyDoes) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            var now = clock.instant();
            var trouble =
                    store.trouble().filter(some -> !now.isBefore(some.since().plus(PATIENCE)));
            if (trouble.isPresent() || !(store.state(STORE).condition() instanceof Up)) {
                decide(result(trouble, now));
            }
        } catch (RuntimeException failed) {
            LOG.error("cannot look after the store", failed);
        }
    }

    private void decide(Result result) {
        var subject = subject();
        var surroundings = outlook.surroundings();
        teller.decided(
                store.advance(STORE, (state, ledger) -> Lifecycle.next(subject, state, result, ledger, surroundings)));
    }

    private Subject subject() {
        return new Subject(
                STORE,
                "holdfast",
                page,
                "holdfast",
                new Patience(0, ROUND, 1, Flapping.USUAL),
                null,
                null,
                null,
                null,
                channels,
                new Insistence(Duration.ofHours(1), List.of()),
                Map.of(),
                List.of());
    }

    private Result result(Optional<StoreTrouble> trouble, Instant now) {
        var judgement = trouble.map(
                        some -> new Judgement(
                                Verdict.FAIL,
                                "Holdfast's database takes nothing since " + some.since() + " (" + some.reason()
                                        + "): monitoring and alerts go on from memory, and a crash would lose what was decided since"))
                .orElseGet(() -> new Judgement(Verdict.PASS, "Holdfast's database takes what is written"));
        var seen = new NotTried(now, new Request("GET", page, null), NotTried.Why.INTERNAL_ERROR, judgement.reason());
        return new Result(STORE, "holdfast", seen, diagnosis(trouble), judgement);
    }

    /// What a database says of itself is read like any response.
    private static Diagnosis diagnosis(Optional<StoreTrouble> trouble) {
        var said = Diagnostician.standard()
                .diagnose(Pasted.of(
                        500, Map.of(), trouble.map(StoreTrouble::reason).orElse("")));
        return new Diagnosis(
                Outcome.NOT_TRIED,
                null,
                said.cause(),
                said.relation(),
                said.dialect(),
                "Holdfast's database takes nothing: "
                        + trouble.map(StoreTrouble::reason).orElse(""),
                said.evidence(),
                said.signature());
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
