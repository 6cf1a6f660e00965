package dev.holdfast.daemon;

import dev.holdfast.config.Settings;
import dev.holdfast.incident.Condition.Down;
import dev.holdfast.incident.Condition.Suspect;
import dev.holdfast.incident.Event;
import dev.holdfast.incident.MonitorState;
import dev.holdfast.incident.Notice;
import dev.holdfast.incident.Sight;
import dev.holdfast.incident.Sight.Look;
import dev.holdfast.observation.Answered;
import dev.holdfast.observation.Observation;
import dev.holdfast.schedule.Schedule;
import dev.holdfast.store.Store;
import dev.holdfast.store.Told;
import dev.holdfast.verdict.Result;
import dev.holdfast.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Doubts Holdfast's own sight: when an endpoint does not answer, it asks the canaries and a few endpoints elsewhere
/// before that is believed. Says once that Holdfast is blind, and once that it sees again.
final class Lookout implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("holdfast");
    private static final Duration ASK_AGAIN = Duration.ofSeconds(1);
    private static final int OTHERS = 5;
    private static final int NEWEST = 1_000;

    private final Board board;
    private final Store store;
    private final Schedule schedule;
    private final InstantSource clock;
    private final Canaries canaries;
    private final AtomicReference<@Nullable Instant> blindSince = new AtomicReference<>();
    private volatile Set<String> channels = Set.of();
    private volatile Instant askedAt = Instant.MIN;

    Lookout(Board board, Store store, Schedule schedule, InstantSource clock) {
        this.board = board;
        this.store = store;
        this.schedule = schedule;
        this.clock = clock;
        this.canaries = new Canaries(clock, this::answered);
        blindSince.set(toldBlind(store).orElse(null));
    }

    /// What was told before a restart holds until there is an answer.
    private static Optional<Instant> toldBlind(Store store) {
        return store.told(NEWEST).stream()
                .map(Told::notice)
                .filter(notice -> notice.event() == Event.MONITOR_BLIND || notice.event() == Event.MONITOR_SIGHTED)
                .findFirst()
                .filter(notice -> notice.event() == Event.MONITOR_BLIND)
                .map(Notice::at);
    }

    void follow(Settings settings) {
        channels = settings.channels().keySet();
        canaries.use(settings.canaries());
        if (settings.canaries().isEmpty() && isBlind()) {
            sighted();
        }
    }

    boolean isBlind() {
        return blindSince.get() != null;
    }

    /// Whether `result` may be believed when its monitor was in `state` before.
    Sight sight(Result result, MonitorState state) {
        if (result.observation() instanceof Answered) {
            answered();
            return Sight.CLEAR;
        }
        if (result.verdict() != Verdict.FAIL || canaries.areNone() || state.incident() != null) {
            return Sight.CLEAR;
        }
        return isBlind() ? Sight.BLIND : doubted(result, since(result, state));
    }

    private static Instant since(Result result, MonitorState state) {
        return state.condition() instanceof Suspect || state.condition() instanceof Down
                ? state.condition().since()
                : result.at();
    }

    private Sight doubted(Result result, Instant since) {
        var sight = Sight.of(looks(), canaries.looks(), since, result.endedAt());
        switch (sight) {
            case CLEAR -> {}
            case UNSURE -> ask(since);
            case BLIND -> blinded(result.endedAt());
        }
        return sight;
    }

    private List<Look> looks() {
        return board.watches().values().stream()
                .flatMap(watch -> watch.result().map(Result::observation).map(seen -> look(watch, seen)).stream())
                .toList();
    }

    private static Look look(Watch watch, Observation seen) {
        return Look.at(watch.monitor().http().url(), seen.at().plus(seen.took()), seen instanceof Answered);
    }

    /// Asks the canaries, and one endpoint in each of a few places that have not been looked at since.
    private void ask(Instant since) {
        var now = clock.instant();
        if (Duration.between(askedAt, now).compareTo(ASK_AGAIN) < 0) {
            return;
        }
        askedAt = now;
        canaries.ask();
        elsewhere(since).forEach(watch -> schedule.soon(watch.id(), Duration.ZERO));
    }

    private Collection<Watch> elsewhere(Instant since) {
        var places = new HashSet<String>();
        return board.watches().values().stream()
                .filter(watch -> watch.result()
                        .map(latest -> look(watch, latest.observation()))
                        .filter(look -> look.at().isBefore(since) && places.add(look.place()))
                        .isPresent())
                .limit(OTHERS)
                .toList();
    }

    private void blinded(Instant at) {
        if (blindSince.compareAndSet(null, at)) {
            LOG.error("blind: neither the canaries nor unrelated hosts answer; openings are held");
            tell(Event.MONITOR_BLIND, at);
            canaries.askUntilAnswered();
        }
    }

    /// Somebody answered.
    private void answered() {
        if (isBlind()) {
            sighted();
        }
    }

    /// What could not be seen is looked at anew.
    private void sighted() {
        if (blindSince.getAndSet(null) != null) {
            LOG.warn("sighted: there are answers again");
            tell(Event.MONITOR_SIGHTED, clock.instant());
            board.watches().values().stream()
                    .filter(watch -> watch.result()
                            .filter(latest -> latest.verdict() != Verdict.PASS)
                            .isPresent())
                    .forEach(watch -> schedule.soon(watch.id(), Duration.ZERO));
        }
    }

    private void tell(Event event, Instant at) {
        store.owe(channels.stream()
                .map(channel -> Notice.ofSight(event, channel, at))
                .toList());
    }

    @Override
    public void close() {
        canaries.close();
    }
}
