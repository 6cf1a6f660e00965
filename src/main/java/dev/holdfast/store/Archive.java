package dev.holdfast.store;

import dev.holdfast.diagnosis.Cause;
import dev.holdfast.diagnosis.Outcome;
import dev.holdfast.incident.Deployment;
import dev.holdfast.incident.Incident;
import dev.holdfast.incident.IncidentId;
import dev.holdfast.incident.MonitorState;
import dev.holdfast.incident.Notice;
import dev.holdfast.incident.Silence;
import dev.holdfast.incident.Transition;
import dev.holdfast.observation.MonitorId;
import dev.holdfast.store.Entry.Stage;
import dev.holdfast.verdict.Verdict;
import dev.holdfast.wire.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The questions that are asked of the database.
final class Archive {
    private static final String NOTICES =
            "select number, status, attempts, answer, retry_at, settled_at, document" + " from notices";

    private Archive() {}

    static Map<MonitorId, MonitorState> states(Handle handle) {
        var states = new LinkedHashMap<MonitorId, MonitorState>();
        handle.createQuery("select monitor, state from monitors")
                .map((row, _) ->
                        Map.entry(new MonitorId(row.getString("monitor")), document(row, "state", MonitorState.class)))
                .forEach(state -> states.put(state.getKey(), state.getValue()));
        return states;
    }

    static List<Incident> open(Handle handle) {
        return handle.createQuery("select document from incidents where resolved_at is null")
                .map((row, _) -> document(row, "document", Incident.class))
                .list();
    }

    static List<Silence> silences(Handle handle, Instant now) {
        return handle.createQuery("select document from silences where until > :now order by until")
                .bind("now", Column.of(now))
                .map((row, _) -> document(row, "document", Silence.class))
                .list();
    }

    static List<Deployment> deployments(Handle handle) {
        return handle.createQuery("select name, at from deployments order by at desc limit :limit")
                .bind("limit", Memory.DEPLOYMENTS)
                .map((row, _) -> new Deployment(row.getString("name"), Column.instant(row, "at")))
                .list();
    }

    /// Newest first.
    static List<Incident> resolved(Handle handle, int limit) {
        return handle.createQuery("""
                        select document from incidents where resolved_at is not null
                        order by resolved_at desc limit :limit""")
                .bind("limit", limit)
                .map((row, _) -> document(row, "document", Incident.class))
                .list();
    }

    static Optional<Incident> incident(Handle handle, IncidentId id) {
        return handle.createQuery("select document from incidents where incident = :id")
                .bind("id", id.value())
                .map((row, _) -> document(row, "document", Incident.class))
                .findOne();
    }

    /// Newest first.
    static List<Check> checks(Handle handle, MonitorId monitor, Instant since, int limit) {
        return handle.createQuery("""
                        select at, took, outcome, status, verdict, cause, reason from checks
                        where monitor = :monitor and at >= :since order by at desc limit :limit""")
                .bind("monitor", monitor.name())
                .bind("since", Column.of(since))
                .bind("limit", limit)
                .map((row, _) -> check(row))
                .list();
    }

    private static Check check(ResultSet row) throws SQLException {
        return new Check(
                Column.instant(row, "at"),
                Duration.ofNanos(row.getLong("took")),
                Column.word(row, "outcome", Outcome.class),
                optionalInt(row, "status"),
                Column.word(row, "verdict", Verdict.class),
                Column.word(row, "cause", Cause.class),
                row.getString("reason"));
    }

    /// Oldest first.
    static List<Transition> transitions(Handle handle, IncidentId incident) {
        return handle.createQuery("""
                        select monitor, at, was, became, reason from transitions
                        where incident = :incident order by at""")
                .bind("incident", incident.value())
                .map((row, _) -> new Transition(
                        new MonitorId(row.getString("monitor")),
                        Column.instant(row, "at"),
                        row.getString("was"),
                        row.getString("became"),
                        row.getString("reason"),
                        incident))
                .list();
    }

    /// What is owed, oldest first. An earlier run may have sent it, so it keeps its words.
    static List<Entry> owed(Handle handle) {
        return handle.createQuery(NOTICES + " where settled_at is null order by number")
                .map((row, _) -> entry(row))
                .list();
    }

    /// What was sent or given up, newest first.
    static List<Entry> settled(Handle handle, int limit) {
        return handle.createQuery(NOTICES + " where settled_at is not null order by number desc limit :limit")
                .bind("limit", limit)
                .map((row, _) -> entry(row))
                .list();
    }

    /// The same, of what is about `incident`.
    static List<Entry> settled(Handle handle, IncidentId incident) {
        return handle.createQuery(NOTICES + " where settled_at is not null and incident = :incident")
                .bind("incident", incident.value())
                .map((row, _) -> entry(row))
                .list();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        var told = new Told(
                document(row, "document", Notice.class),
                Column.word(row, "status", Told.Status.class),
                row.getInt("attempts"),
                row.getString("answer"),
                Column.optionalInstant(row, "settled_at"));
        return new Entry(row.getLong("number"), told, Column.optionalInstant(row, "retry_at"), Stage.OFFERED);
    }

    static long lastNumber(Handle handle) {
        return handle.createQuery("select coalesce(max(number), 0) from notices")
                .mapTo(Long.class)
                .one();
    }

    private static <T> T document(ResultSet row, String column, Class<T> type) throws SQLException {
        return Json.read(row.getString(column), type);
    }

    private static @Nullable Integer optionalInt(ResultSet row, String column) throws SQLException {
        var value = row.getInt(column);
        return row.wasNull() ? null : value;
    }
}
