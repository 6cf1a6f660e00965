package dev.holdfast.diagnosis;

import dev.holdfast.observation.Trouble;

/// Why it came back so. A closed set; the names in lower case are the contract's words.
public enum Cause {
    NONE(Scope.MONITOR),

    RELATION_MISSING(Scope.SERVICE),
    COLUMN_MISSING(Scope.SERVICE),
    MIGRATION_PENDING(Scope.SERVICE),
    DATABASE_UNREACHABLE(Scope.SERVICE),
    POOL_EXHAUSTED(Scope.SERVICE),
    DATABASE_AUTH(Scope.SERVICE),
    PERMISSION_DENIED(Scope.SERVICE),
    LOCK_CONFLICT(Scope.SERVICE),
    STATEMENT_TIMEOUT(Scope.SERVICE),
    READ_ONLY(Scope.SERVICE),
    DISK_FULL(Scope.SERVICE),
    OUT_OF_MEMORY(Scope.SERVICE),
    UPSTREAM_GATEWAY(Scope.ADDRESS),
    MAINTENANCE(Scope.SERVICE),
    RATE_LIMITED(Scope.SERVICE),
    APPLICATION_ERROR(Scope.MESSAGE),

    CREDENTIAL_REJECTED(Scope.CREDENTIAL),
    CREDENTIAL_EXPIRED(Scope.CREDENTIAL),
    CREDENTIAL_PROVIDER_DOWN(Scope.CREDENTIAL),

    DNS_TIMEOUT(Scope.ADDRESS),
    DNS_NOT_FOUND(Scope.ADDRESS),
    DNS_FAILED(Scope.ADDRESS),
    REFUSED(Scope.ADDRESS),
    UNREACHABLE(Scope.ADDRESS),
    CONNECT_TIMEOUT(Scope.ADDRESS),
    TLS_TIMEOUT(Scope.ADDRESS),
    CERTIFICATE_EXPIRED(Scope.ADDRESS),
    CERTIFICATE_NOT_YET_VALID(Scope.ADDRESS),
    WRONG_HOST(Scope.ADDRESS),
    SELF_SIGNED(Scope.ADDRESS),
    INCOMPLETE_CHAIN(Scope.ADDRESS),
    UNTRUSTED(Scope.ADDRESS),
    CLIENT_CERTIFICATE_REQUIRED(Scope.ADDRESS),
    TLS_HANDSHAKE_FAILED(Scope.ADDRESS),
    RESPONSE_TIMEOUT(Scope.ADDRESS),
    HEADERS_TIMEOUT(Scope.ADDRESS),
    BODY_TIMEOUT(Scope.MONITOR),
    CLOSED_WITHOUT_ANSWER(Scope.ADDRESS),
    CONNECTION_RESET(Scope.ADDRESS),
    HEADERS_TOO_LARGE(Scope.MONITOR),
    MALFORMED_RESPONSE(Scope.MONITOR),
    BODY_TRUNCATED(Scope.MONITOR),
    BODY_ENCODING(Scope.MONITOR),
    TOO_MANY_REDIRECTS(Scope.MONITOR),
    REDIRECT_LOOP(Scope.MONITOR),
    REDIRECT_INVALID(Scope.MONITOR);

    /// What a cause is a property of: two failures are one root cause when their cause and this agree.
    public enum Scope {
        /// The service behind the host: its database, its memory, its schema.
        SERVICE,
        /// The host and port that were contacted.
        ADDRESS,
        /// The credential that was presented.
        CREDENTIAL,
        /// The message the program failed with, on its service.
        MESSAGE,
        /// The monitored endpoint alone.
        MONITOR
    }

    private final Scope scope;

    Cause(Scope scope) {
        this.scope = scope;
    }

    /// What the cause is a property of.
    public Scope scope() {
        return scope;
    }

    /// Whether the schema of a database does not fit the program: a migration did not run.
    public boolean isSchema() {
        return this == RELATION_MISSING || this == COLUMN_MISSING || this == MIGRATION_PENDING;
    }

    /// Whether a database speaks of itself.
    boolean isOfDatabase() {
        return switch (this) {
            case RELATION_MISSING,
                    COLUMN_MISSING,
                    MIGRATION_PENDING,
                    DATABASE_UNREACHABLE,
                    POOL_EXHAUSTED,
                    DATABASE_AUTH,
                    PERMISSION_DENIED,
                    LOCK_CONFLICT,
                    STATEMENT_TIMEOUT,
                    READ_ONLY,
                    DISK_FULL -> true;
            default -> false;
        };
    }

    /// The cause of a trouble on the way; every kind has one of the same name.
    static Cause of(Trouble.Kind kind) {
        return valueOf(kind.name());
    }
}
