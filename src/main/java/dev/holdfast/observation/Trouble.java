package dev.holdfast.observation;

/// What stood in the way of a whole answer.
///
/// @param detail one short sentence with the particulars (address, size, dates); no body text, no secrets
public record Trouble(Kind kind, String detail) {

    /// The kinds of trouble on the way, in the order in which a probe can meet them.
    public enum Kind {
        DNS_TIMEOUT,
        DNS_NOT_FOUND,
        DNS_FAILED,
        REFUSED,
        UNREACHABLE,
        CONNECT_TIMEOUT,
        TLS_TIMEOUT,
        CERTIFICATE_EXPIRED,
        CERTIFICATE_NOT_YET_VALID,
        WRONG_HOST,
        SELF_SIGNED,
        INCOMPLETE_CHAIN,
        UNTRUSTED,
        CLIENT_CERTIFICATE_REQUIRED,
        TLS_HANDSHAKE_FAILED,
        RESPONSE_TIMEOUT,
        HEADERS_TIMEOUT,
        BODY_TIMEOUT,
        CLOSED_WITHOUT_ANSWER,
        CONNECTION_RESET,
        HEADERS_TOO_LARGE,
        MALFORMED_RESPONSE,
        BODY_TRUNCATED,
        BODY_ENCODING,
        TOO_MANY_REDIRECTS,
        REDIRECT_LOOP,
        REDIRECT_INVALID
    }
}
