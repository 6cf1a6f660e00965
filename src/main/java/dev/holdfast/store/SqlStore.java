package dev.holdfast.store;

import dev.holdfast.incident.Change;
import dev.holdfast.incident.Deployment;
import dev.holdfast.incident.Incident;
import dev.holdfast.incident.IncidentId;
import dev.holdfast.incident.MonitorState;
import dev.holdfast.incident.Notice;
import dev.holdfast.incident.Outbox;
import dev.holdfast.incident.Silence;
import dev.holdfast.incident.Step;
import dev.holdfast.incident.Transition;
import dev.holdfast.observation.MonitorId;
import dev.holdfast.verdict.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The store over memory, the one writer and a database (docs/decisions/0020-memory-decides-database-remembers.md).
final class SqlStore implements Store {
    /// The longest that probing waits for a commit.
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Deciding deciding;
    private final Memory memory;
    private final Lanes lanes;
    private final Writer writer;
    private final Reader reader;
    private final LiveOutbox outbox;
    private final Health health;
    private final InstantSource clock;
    private final Database database;

    private SqlStore(Database database, Session writing, Recollection known, Duration retention, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        memory = known.memory();
        lanes = known.lanes();
        deciding = new Deciding();
        health = new Health(database.toString(), clock);
        reader = new Reader(new Session(database.source()::getConnection), health);
        var recovery = new Recovery(database, clock, reader::close, this::everything);
        writer = new Writer(database, writing, health, recovery, new Retention(retention, clock, health));
        outbox = new LiveOutbox(deciding, lanes, writer);
    }

    /// The store with what `database` remembers.
    static SqlStore recall(Database database, Session writing, Duration retention, InstantSource clock) {
        var store = new SqlStore(database, writing, Recollection.of(database, clock.instant()), retention, clock);
        store.writer.start();
        return store;
    }

    private Unwritten everything() {
        var rows = Unwritten.nothing();
        deciding.run(() -> {
            memory.addTo(rows);
            lanes.all().forEach(rows::add);
        });
        return rows;
    }

    /// What was decided, and when it is on disk.
    private record Decided<T>(T what, List<Lanes.Owing> owed, Commit commit) {}

    @Override
    public Step advance(MonitorId monitor, Decision decision) {
        var decided = deciding.ask(() -> decide(monitor, decision));
        if (decided.what().mustBeDurable()) {
            decided.commit().await(PATIENCE);
        }
        outbox.release(decided.owed());
        return decided.what();
    }

    private Decided<Step> decide(MonitorId monitor, Decision decision) {
        var step = decision.next(remembered(monitor), memory);
        memory.apply(monitor, step);
        var owed = step.owed().stream().map(lanes::owe).toList();
        return new Decided<>(step, owed, writer.write(step.mustBeDurable(), rows -> rows.add(monitor, step, owed)));
    }

    @Override
    public List<Change> revise(Revision revision) {
        return durably(() -> {
            var changes = revision.of(memory);
            changes.forEach(change -> memory.remember(change.incident()));
            var owed = changes.stream()
                    .flatMap(change -> change.owed().stream())
                    .map(lanes::owe)
                    .toList();
            return new Decided<>(changes, owed, write(rows -> rows.add(changes, owed), changes.isEmpty()));
        });
    }

    @Override
    public void owe(List<Notice> notices) {
        var _ = durably(() -> {
            var owed = notices.stream().map(lanes::owe).toList();
            return new Decided<>(owed, owed, write(rows -> rows.add(List.of(), owed), owed.isEmpty()));
        });
    }

    @Override
    public void silence(Silence silence) {
        var _ = durably(() -> {
            memory.remember(silence, clock.instant());
            return new Decided<>(silence, List.of(), write(rows -> rows.add(silence), false));
        });
    }

    @Override
    public List<Silence> silences() {
        return deciding.ask(() -> memory.silences(clock.instant()));
    }

    @Override
    public void deployed(Deployment deployment) {
        var _ = durably(() -> {
            memory.remember(deployment);
            return new Decided<>(deployment, List.of(), write(rows -> rows.add(deployment), false));
        });
    }

    @Override
    public List<Deployment> deployments(int limit) {
        return deciding.ask(memory::deployments).stream().limit(limit).toList();
    }

    private <T> T durably(Supplier<Decided<T>> decision) {
        var decided = deciding.ask(decision);
        decided.commit().await(PATIENCE);
        outbox.release(decided.owed());
        return decided.what();
    }

    private Commit write(Consumer<Unwritten> change, boolean isNothing) {
        return isNothing ? Commit.none() : writer.write(true, change);
    }

    @Override
    public MonitorState state(MonitorId monitor) {
        return deciding.ask(() -> remembered(monitor));
    }

    private MonitorState remembered(MonitorId monitor) {
        return memory.state(monitor).orElseGet(() -> MonitorState.fresh(clock.instant()));
    }

    @Override
    public Set<MonitorId> known() {
        return deciding.ask(memory::known);
    }

    @Override
    public void forget(MonitorId monitor) {
        deciding.run(() -> {
            memory.forget(monitor);
            var _ = writer.write(false, rows -> rows.forget(monitor));
        });
    }

    @Override
    public void record(Result result) {
        writer.write(Unwritten.Checked.of(result));
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public List<Incident> open() {
        return deciding.ask(memory::open);
    }

    @Override
    public List<Incident> resolved(int limit) {
        var recent = deciding.ask(memory::past);
        var written = reader.ask(List.<Incident>of(), handle -> Archive.resolved(handle, limit));
        var byId = new LinkedHashMap<IncidentId, Incident>();
        Stream.concat(written.stream(), recent.stream()).forEach(incident -> byId.put(incident.id(), incident));
        return byId.values().stream()
                .sorted(Comparator.comparing(SqlStore::end).reversed())
                .limit(limit)
                .toList();
    }

    private static Instant end(Incident incident) {
        return Objects.requireNonNull(incident.resolvedAt());
    }

    @Override
    public Optional<Incident> incident(IncidentId id) {
        return deciding.ask(() -> memory.incident(id))
                .or(() -> reader.ask(Optional.empty(), handle -> Archive.incident(handle, id)));
    }

    @Override
    public List<Check> history(MonitorId monitor, Instant since, int limit) {
        return reader.ask(List.of(), handle -> Archive.checks(handle, monitor, since, limit));
    }

    @Override
    public List<Transition> transitions(IncidentId incident) {
        return reader.ask(List.of(), handle -> Archive.transitions(handle, incident));
    }

    @Override
    public List<Told> told(int limit) {
        var settled = reader.ask(List.<Entry>of(), handle -> Archive.settled(handle, limit));
        return Stream.concat(outbox.all().stream(), settled.stream())
                .sorted(Comparator.comparingLong(Entry::number).reversed())
                .limit(limit)
                .map(Entry::told)
                .toList();
    }

    @Override
    public List<Told> told(IncidentId incident) {
        var settled = reader.ask(List.<Entry>of(), handle -> Archive.settled(handle, incident));
        var owed = outbox.all().stream()
                .filter(entry -> entry.notice()
                        .about()
                        .filter(about -> about.id().equals(incident))
                        .isPresent());
        return Stream.concat(owed, settled.stream())
                .sorted(Comparator.comparingLong(Entry::number).reversed())
                .map(Entry::told)
                .toList();
    }

    @Override
    public long errors() {
        return health.errors();
    }

    @Override
    public Optional<StoreTrouble> trouble() {
        return health.trouble();
    }

    @Override
    public void close() {
        writer.close();
        reader.close();
        database.close();
    }
}
