package dev.holdfast.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Deletes what is too old, a little at a time so that nothing waits for it. Runs on the writer's thread.
final class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final int CHUNK = 1_000;

    /// What is old, and then what belonged to it. The checks are found monitor by monitor, along their key: an
    /// index by age alone would cost as much as the history itself.
    private static final List<String> DELETIONS = List.of("""
            with recursive monitor(name) as (
                select min(monitor) from checks union all
                select (select min(monitor) from checks where monitor > name) from monitor where name is not null)
            delete from checks where (monitor, at) in
            (select monitor, at from monitor join checks on monitor = name and at < :limit limit :chunk)""", """
            delete from incidents where incident in
            (select incident from incidents where resolved_at < :limit limit :chunk)""", """
            delete from transitions where (monitor, at, became) in
            (select monitor, at, became from transitions where at < :limit and
            (incident is null or incident not in (select incident from incidents)) limit :chunk)""", """
            delete from notices where notice in
            (select notice from notices where settled_at < :limit and
            (incident is null or incident not in (select incident from incidents)) limit :chunk)""", """
            delete from silences where silence in
            (select silence from silences where until < :limit limit :chunk)""", """
            delete from deployments where (at, name) in
            (select at, name from deployments where at < :limit limit :chunk)""");

    private final Duration kept;
    private final InstantSource clock;
    private final Health health;
    private Instant next;

    /// @param kept how long things are kept
    Retention(Duration kept, InstantSource clock, Health health) {
        this.kept = kept;
        this.clock = clock;
        this.health = health;
        next = clock.instant();
    }

    /// Deletes some of what is too old when it is time for that.
    void round(Session session) {
        var now = clock.instant();
        if (!now.isBefore(next) && !isMoreLeft(session, now)) {
            next = now.plus(EVERY);
        }
    }

    private boolean isMoreLeft(Session session, Instant now) {
        try {
            return session.ask(handle -> deleteSome(handle, Column.of(now.minus(kept))));
        } catch (RuntimeException | Error failure) {
            LOG.warn("cannot delete what is older than {}: {}", kept, Health.reason(failure));
            health.counted();
            return false;
        }
    }

    private static boolean deleteSome(Handle handle, long limit) {
        return DELETIONS.stream()
                        .mapToInt(sql -> handle.createUpdate(sql)
                                .bind("limit", limit)
                                .bind("chunk", CHUNK)
                                .execute())
                        .max()
                        .orElse(0)
                == CHUNK;
    }
}
