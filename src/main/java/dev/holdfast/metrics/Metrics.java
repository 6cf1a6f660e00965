package dev.holdfast.metrics;

import dev.holdfast.incident.Incident;
import dev.holdfast.incident.IncidentId;
import dev.holdfast.incident.Outbox;
import dev.holdfast.incident.Step;
import dev.holdfast.incident.Subject;
import dev.holdfast.metrics.HouseFamilies.House;
import dev.holdfast.metrics.HouseFamilies.Reload;
import dev.holdfast.observation.MonitorId;
import dev.holdfast.verdict.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What Holdfast tells Prometheus. The names and labels are the contract's; docs/metrics.md lists them.
///
/// What happens is reported to the methods here and counted. What is so at the moment of the scrape is asked of [Live]
/// then, so that the series of a monitor that is gone are gone too. Every method may be called from any thread, and
/// none waits.
public final class Metrics implements AutoCloseable {
    private final Live live;
    private final InstantSource clock;
    private final String version;
    private final Meters meters = new Meters();
    private final Map<MonitorId, Tally> tallies = new ConcurrentHashMap<>();
    private volatile Reload reload;

    /// Counting from now, with the configuration Holdfast started with as the newest.
    ///
    /// @param version of Holdfast, for `holdfast_build_info`
    public Metrics(Live live, InstantSource clock, String version) {
        this.live = live;
        this.clock = clock;
        this.version = version;
        this.reload = new Reload(true, clock.instant());
    }

    /// A check has ended.
    public void observed(Result result) {
        var outcome = result.diagnosis().outcome();
        tally(result.monitor()).count(outcome);
        if (Row.wasTried(result.observation())) {
            meters.probes(result.group()).record(result.observation().took());
        }
    }

    /// A result of `subject` has changed something.
    public void stepped(Subject subject, Step step) {
        var incident = step.incident();
        if (incident == null || !hasJoined(subject, incident, step)) {
            return;
        }
        var cause = incident.failure().diagnosis().cause();
        if (incident.revision() == 1) {
            meters.opened(subject.group(), incident.kind(), cause).increment();
        }
        if (step.state().baseline() != null || subject.fix() != null) {
            tally(subject.monitor()).countRegression(cause);
        }
    }

    /// A check started `lateness` after it was due.
    public void late(Duration lateness) {
        meters.lateness().record(atLeastZero(lateness));
    }

    /// A check that was due did not take place.
    ///
    /// @param reason one of few words, such as `overlap`
    public void skipped(String reason) {
        meters.skipped(reason).increment();
    }

    /// A channel was tried.
    public void attempt(Outbox.Attempt attempt) {
        var notice = attempt.notice();
        meters.attempts(notice.channel(), attempt.ending()).increment();
        if (attempt.ending() == Outbox.Attempt.Ending.SENT) {
            meters.delay().record(atLeastZero(Duration.between(notice.dueAt(), attempt.at())));
        }
    }

    /// A configuration was read, and taken or refused.
    public void reloaded(boolean taken, Instant at) {
        reload = new Reload(taken, taken ? at : reload.lastSuccess());
    }

    /// Everything, in the text format `accept` would rather have.
    ///
    /// @param accept the scraper's `Accept` header, null when it sent none
    public Scrape scrape(@Nullable String accept) {
        var format = Format.preferredBy(accept);
        var rows = rows();
        var house = new House(live, rows, reload, version);
        house.channels().forEach(meters::startAtZero);
        var page = new Exposition(format);
        MonitorFamilies.ALL.forEach(family -> page.write(family, rows, Row::labels));
        HouseFamilies.ALL.forEach(family -> page.write(family, List.of(house), _ -> ""));
        return new Scrape(format.contentType(), page.followedBy(meters.scrape(format)));
    }

    @Override
    public void close() {
        meters.close();
    }

    private List<Row> rows() {
        var now = clock.instant();
        var incidents = live.incidents().stream().collect(Collectors.toMap(Incident::id, Function.identity()));
        var rows = live.monitors().stream()
                .map(watched -> Row.of(
                        watched,
                        incidentOf(watched.state().incident(), incidents),
                        tallies.getOrDefault(watched.subject().monitor(), Tally.EMPTY),
                        now))
                .toList();
        tallies.keySet()
                .retainAll(rows.stream()
                        .map(row -> row.watched().subject().monitor())
                        .collect(Collectors.toSet()));
        return rows;
    }

    private static @Nullable Incident incidentOf(@Nullable IncidentId id, Map<IncidentId, Incident> open) {
        return id == null ? null : open.get(id);
    }

    private Tally tally(MonitorId monitor) {
        return tallies.computeIfAbsent(monitor, _ -> new Tally());
    }

    /// Clocks are set back at times.
    private static Duration atLeastZero(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    /// Whether this very step made the monitor a member: it may also fail on, fail otherwise, relapse or leave.
    private static boolean hasJoined(Subject subject, Incident incident, Step step) {
        return incident.failing(subject.monitor()).stream()
                .anyMatch(member -> step.transitions().stream()
                        .anyMatch(transition -> transition.at().equals(member.joinedAt())));
    }
}
