package dev.holdfast.diagnosis;

/// What came back. A closed set; the names in lower case are the contract's words.
public enum Outcome {
    OK,
    REDIRECT,
    AUTH_REQUIRED,
    FORBIDDEN,
    NOT_FOUND,
    RATE_LIMITED,
    CLIENT_ERROR,
    /// A 5xx whose cause is one of the schema causes.
    RELATION_ERROR,
    GATEWAY_ERROR,
    SERVER_ERROR,
    DNS_ERROR,
    CONNECT_ERROR,
    TLS_ERROR,
    TIMEOUT,
    PROTOCOL_ERROR,
    /// Our own trouble: never an endpoint's fault.
    NOT_TRIED
}
