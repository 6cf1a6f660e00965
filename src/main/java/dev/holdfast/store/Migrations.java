package dev.holdfast.store;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the tables of a database to the shape this program knows.
final class Migrations {
    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    private Migrations() {}

    /// @throws StoreUnavailable when the tables cannot be made, or were made by a newer Holdfast
    static void run(Database database) {
        var flyway = Flyway.configure()
                .loggers() // it would tell every step at length; what matters comes back as a result or an exception
                .dataSource(database.source())
                .locations("classpath:dev/holdfast/store/migration")
                .table("schema_history")
                .placeholders(database.words())
                .load();
        try {
            refuseNewer(database, flyway);
            var done = flyway.migrate().migrationsExecuted;
            if (done > 0) {
                LOG.info("{}: {} step(s) of the schema applied", database, done);
            }
        } catch (FlywayException failure) {
            throw new StoreUnavailable(
                    "cannot bring " + database + " into shape: " + Health.reason(failure)
                            + ". Give Holdfast a database of " + "its own, that it may write and nobody has locked",
                    failure);
        }
    }

    private static void refuseNewer(Database database, Flyway flyway) {
        for (MigrationInfo applied : flyway.info().applied()) {
            if (applied.getState() == MigrationState.FUTURE_SUCCESS) {
                throw new StoreUnavailable(database + " was made by a newer Holdfast (its schema is "
                        + applied.getVersion() + "). Run that one, or change store.url");
            }
        }
    }
}
