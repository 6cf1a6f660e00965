package dev.holdfast.diagnosis;

/// The database that speaks in an error message.
public enum Dialect {
    POSTGRESQL,
    MYSQL,
    SQLITE,
    ORACLE,
    SQLSERVER,
    H2,
    CLICKHOUSE,
    CASSANDRA,
    MONGODB,
    OTHER
}
