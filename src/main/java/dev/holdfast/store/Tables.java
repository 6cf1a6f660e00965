package dev.holdfast.store;

import dev.holdfast.incident.IncidentId;
import dev.holdfast.wire.Json;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// Writes what is unwritten, all of it or nothing. Writing the same twice changes nothing, so that a commit whose
/// answer was lost can be repeated.
final class Tables {
    private Tables() {}

    static void write(Handle handle, Unwritten rows) {
        handle.useTransaction(open -> {
            states(open, rows);
            incidents(open, rows);
            notices(open, rows);
            silences(open, rows);
            deployments(open, rows);
            transitions(open, rows);
            checks(open, rows);
        });
    }

    private static void states(Handle handle, Unwritten rows) {
        var upsert = """
                insert into monitors (monitor, state) values (:monitor, :state)
                on conflict (monitor) do update set state = excluded.state""";
        batch(
                handle,
                upsert,
                rows.states().entrySet(),
                (row, entry) -> entry.getValue()
                        .ifPresent(state -> row.bind("monitor", entry.getKey().name())
                                .bind("state", Json.write(state))
                                .add()));
        batch(
                handle,
                "delete from monitors where monitor = :monitor",
                rows.states().entrySet(),
                (row, entry) -> {
                    if (entry.getValue().isEmpty()) {
                        row.bind("monitor", entry.getKey().name()).add();
                    }
                });
    }

    private static void incidents(Handle handle, Unwritten rows) {
        var upsert = """
                insert into incidents (incident, resolved_at, document) values (:incident, :resolved_at, :document)
                on conflict (incident) do update set resolved_at = excluded.resolved_at, document = excluded.document""";
        batch(
                handle,
                upsert,
                rows.incidents().values(),
                (row, incident) -> row.bind("incident", incident.id().value())
                        .bind("resolved_at", Column.ofOptional(incident.resolvedAt()))
                        .bind("document", Json.write(incident))
                        .add());
    }

    private static void notices(Handle handle, Unwritten rows) {
        var upsert = """
                insert into notices
                (notice, number, incident, status, attempts, answer, retry_at, settled_at, document) values
                (:notice, :number, :incident, :status, :attempts, :answer, :retry_at, :settled_at, :document)
                on conflict (notice) do update set
                status = excluded.status, attempts = excluded.attempts, answer = excluded.answer,
                retry_at = excluded.retry_at, settled_at = excluded.settled_at, document = excluded.document""";
        batch(handle, upsert, rows.notices().values(), (row, entry) -> entry.ifPresent(kept -> notice(row, kept)));
        batch(
                handle,
                "delete from notices where notice = :notice",
                rows.notices().entrySet(),
                (row, entry) -> {
                    if (entry.getValue().isEmpty()) {
                        row.bind("notice", entry.getKey()).add();
                    }
                });
    }

    private static void notice(PreparedBatch row, Entry entry) {
        var told = entry.told();
        row.bind("notice", entry.id())
                .bind("number", entry.number())
                .bind(
                        "incident",
                        entry.notice()
                                .about()
                                .map(incident -> incident.id().value())
                                .orElse(null))
                .bind("status", Column.of(told.status()))
                .bind("attempts", told.attempts())
                .bind("answer", Column.of(told.answer()))
                .bind("retry_at", Column.ofOptional(entry.retryAt()))
                .bind("settled_at", Column.ofOptional(told.settledAt()))
                .bind("document", Json.write(entry.notice()))
                .add();
    }

    private static void silences(Handle handle, Unwritten rows) {
        var upsert = """
                insert into silences (silence, until, document) values (:silence, :until, :document)
                on conflict (silence) do update set until = excluded.until, document = excluded.document""";
        batch(
                handle,
                upsert,
                rows.silences().values(),
                (row, silence) -> row.bind("silence", silence.id())
                        .bind("until", Column.of(silence.until()))
                        .bind("document", Column.of(Json.write(silence)))
                        .add());
    }

    private static void deployments(Handle handle, Unwritten rows) {
        var insert = "insert into deployments (name, at) values (:name, :at) on conflict do nothing";
        batch(
                handle,
                insert,
                rows.deployments(),
                (row, deployment) -> row.bind("name", Column.of(deployment.name()))
                        .bind("at", Column.of(deployment.at()))
                        .add());
    }

    private static void transitions(Handle handle, Unwritten rows) {
        var insert = """
                insert into transitions (monitor, at, was, became, reason, incident)
                values (:monitor, :at, :was, :became, :reason, :incident) on conflict do nothing""";
        batch(
                handle,
                insert,
                rows.transitions(),
                (row, change) -> row.bind("monitor", change.monitor().name())
                        .bind("at", Column.of(change.at()))
                        .bind("was", change.from())
                        .bind("became", change.to())
                        .bind("reason", Column.of(change.reason()))
                        .bind("incident", value(change.incident()))
                        .add());
    }

    private static void checks(Handle handle, Unwritten rows) {
        var insert = """
                insert into checks (monitor, at, took, outcome, status, verdict, cause, reason)
                values (:monitor, :at, :took, :outcome, :status, :verdict, :cause, :reason) on conflict do nothing""";
        batch(
                handle,
                insert,
                rows.checks(),
                (row, checked) -> check(row, checked.check())
                        .bind("monitor", checked.monitor().name())
                        .add());
    }

    private static PreparedBatch check(PreparedBatch row, Check check) {
        return row.bind("at", Column.of(check.at()))
                .bind("took", check.took().toNanos())
                .bind("outcome", Column.of(check.outcome()))
                .bind("status", check.status())
                .bind("verdict", Column.of(check.verdict()))
                .bind("cause", Column.of(check.cause()))
                .bind("reason", Column.of(check.reason()));
    }

    private static @Nullable String value(@Nullable IncidentId incident) {
        return incident == null ? null : incident.value();
    }

    private static <T> void batch(Handle handle, String sql, Iterable<T> rows, BiConsumer<PreparedBatch, T> bind) {
        try (var batch = handle.prepareBatch(sql)) {
            rows.forEach(row -> bind.accept(batch, row));
            if (batch.size() > 0) {
                batch.execute();
            }
        }
    }
}
