package dev.holdfast.store;

import dev.holdfast.incident.Change;
import dev.holdfast.incident.Deployment;
import dev.holdfast.incident.Incident;
import dev.holdfast.incident.IncidentId;
import dev.holdfast.incident.Ledger;
import dev.holdfast.incident.MonitorState;
import dev.holdfast.incident.Notice;
import dev.holdfast.incident.Outbox;
import dev.holdfast.incident.Silence;
import dev.holdfast.incident.Step;
import dev.holdfast.incident.Transition;
import dev.holdfast.observation.MonitorId;
import dev.holdfast.verdict.Result;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What Holdfast remembers. Deciding happens in memory under one lock; everything decided is written by one writer, in
/// the order it was decided, so that a database in trouble delays durability and nothing else.
public interface Store extends AutoCloseable {

    /// A pure decision about one monitor.
    @FunctionalInterface
    interface Decision {
        Step next(MonitorState state, Ledger ledger);
    }

    /// Decides for `monitor` and remembers the state, the transitions, the incident and the notifications owed, all
    /// together or not at all. A step that must be durable is on disk when this returns, unless the database is in
    /// trouble: then it is kept in memory, counted, and written when the trouble is over. Never throws for the
    /// database.
    Step advance(MonitorId monitor, Decision decision);

    /// A pure decision about incidents alone: what time or people change about them.
    @FunctionalInterface
    interface Revision {
        List<Change> of(Ledger ledger);
    }

    /// Decides about incidents and remembers them and the notifications owed, with the promises of [#advance].
    List<Change> revise(Revision revision);

    /// Remembers notifications that are about no incident.
    void owe(List<Notice> notices);

    /// Remembers a silence, or that it ended earlier.
    void silence(Silence silence);

    /// The silences that are not over yet, oldest first.
    List<Silence> silences();

    /// Remembers a deployment.
    void deployed(Deployment deployment);

    /// The deployments that were announced, newest first, at most `limit`.
    List<Deployment> deployments(int limit);

    /// The state of `monitor`, fresh when nothing is known of it.
    MonitorState state(MonitorId monitor);

    /// The monitors something is remembered of.
    Set<MonitorId> known();

    /// Forgets the state of a monitor that is watched no more. Its history stays until it is too old.
    void forget(MonitorId monitor);

    /// Adds `result` to the history, soon.
    void record(Result result);

    /// The notifications that are owed.
    Outbox outbox();

    /// The incidents that are open, oldest first.
    List<Incident> open();

    /// The incidents that were resolved, newest first, at most `limit`.
    List<Incident> resolved(int limit);

    /// The incident `id`, open or resolved.
    Optional<Incident> incident(IncidentId id);

    /// The checks of `monitor` since `since`, newest first, at most `limit`.
    List<Check> history(MonitorId monitor, Instant since, int limit);

    /// The changes of state that belong to an incident, oldest first.
    List<Transition> transitions(IncidentId incident);

    /// The notifications that were sent, given up or are owed, newest first, at most `limit`.
    List<Told> told(int limit);

    /// The same, of all that is about `incident`.
    List<Told> told(IncidentId incident);

    /// How many times the database failed since the start.
    long errors();

    /// What is wrong with the database since when, empty while it takes what is written.
    Optional<StoreTrouble> trouble();

    /// Writes what is left, and closes the database.
    @Override
    void close();
}
