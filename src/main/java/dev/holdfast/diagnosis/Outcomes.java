package dev.holdfast.diagnosis;

import dev.holdfast.observation.Trouble;

/// What came back, in one word.
final class Outcomes {
    private Outcomes() {}

    /// The outcome of an answer with `status`, failed for `cause`.
    static Outcome of(int status, Cause cause) {
        if (status >= 500) {
            return failed(status, cause);
        }
        return switch (status) {
            case 401 -> Outcome.AUTH_REQUIRED;
            case 403 -> Outcome.FORBIDDEN;
            case 404, 410 -> Outcome.NOT_FOUND;
            case 429 -> Outcome.RATE_LIMITED;
            default -> ofClass(status / 100);
        };
    }

    private static Outcome failed(int status, Cause cause) {
        if (cause.isSchema()) {
            return Outcome.RELATION_ERROR;
        }
        return isGateways(status) ? Outcome.GATEWAY_ERROR : Outcome.SERVER_ERROR;
    }

    /// Whether a status is one that a gateway gives for the service behind it.
    static boolean isGateways(int status) {
        return (status >= 502 && status <= 504) || (status >= 520 && status <= 527) || status == 530;
    }

    private static Outcome ofClass(int hundreds) {
        return switch (hundreds) {
            case 2 -> Outcome.OK;
            case 3 -> Outcome.REDIRECT;
            case 4 -> Outcome.CLIENT_ERROR;
            // A final answer cannot be a 1xx, and there are no 6xx.
            default -> Outcome.PROTOCOL_ERROR;
        };
    }

    /// The outcome of an exchange that trouble ended.
    static Outcome of(Trouble.Kind kind) {
        return switch (kind) {
            case DNS_TIMEOUT, DNS_NOT_FOUND, DNS_FAILED -> Outcome.DNS_ERROR;
            case REFUSED, UNREACHABLE, CONNECT_TIMEOUT -> Outcome.CONNECT_ERROR;
            case CERTIFICATE_EXPIRED,
                    CERTIFICATE_NOT_YET_VALID,
                    WRONG_HOST,
                    SELF_SIGNED,
                    INCOMPLETE_CHAIN,
                    UNTRUSTED,
                    CLIENT_CERTIFICATE_REQUIRED,
                    TLS_HANDSHAKE_FAILED,
                    TLS_TIMEOUT -> Outcome.TLS_ERROR;
            case RESPONSE_TIMEOUT, HEADERS_TIMEOUT, BODY_TIMEOUT -> Outcome.TIMEOUT;
            case CLOSED_WITHOUT_ANSWER,
                    CONNECTION_RESET,
                    HEADERS_TOO_LARGE,
                    MALFORMED_RESPONSE,
                    BODY_TRUNCATED,
                    BODY_ENCODING,
                    TOO_MANY_REDIRECTS,
                    REDIRECT_LOOP,
                    REDIRECT_INVALID -> Outcome.PROTOCOL_ERROR;
        };
    }
}
