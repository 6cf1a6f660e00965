package dev.holdfast.store;

import java.time.Instant;
import java.util.Comparator;
import org.jdbi.v3.core.Handle;

/// What a database remembers of earlier runs.
record Recollection(Memory memory, Lanes lanes) {

    /// @throws StoreUnavailable when it cannot be read
    static Recollection of(Database database, Instant now) {
        try (var session = new Session(database.source()::getConnection)) {
            return session.ask(handle -> of(handle, now));
        } catch (RuntimeException failure) {
            throw new StoreUnavailable(
                    "cannot read what " + database + " remembers: " + Health.reason(failure)
                            + ". See that nobody has it locked and that this Holdfast is not older than the one that wrote it",
                    failure);
        }
    }

    private static Recollection of(Handle handle, Instant now) {
        var memory = new Memory();
        Archive.states(handle).forEach(memory::remember);
        Archive.open(handle).stream()
                .sorted(Comparator.comparing(incident -> incident.origin().openedAt()))
                .forEach(memory::remember);
        Archive.resolved(handle, Memory.PAST).reversed().forEach(memory::remember);
        Archive.silences(handle, now).forEach(silence -> memory.remember(silence, now));
        Archive.deployments(handle).forEach(memory::remember);
        return new Recollection(memory, new Lanes(Archive.owed(handle), Archive.lastNumber(handle)));
    }
}
