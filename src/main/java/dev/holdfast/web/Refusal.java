package dev.holdfast.web;

import java.util.Map;

/// A request that is answered with a problem (RFC 9457) and nothing else. Thrown by handlers, answered in one place.
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private static final Map<Integer, String> TITLES = Map.of(
            400, "Bad request",
            401, "Unauthorized",
            403, "Forbidden",
            404, "Not found",
            405, "Method not allowed",
            409, "Conflict",
            413, "Request too large",
            422, "Configuration not taken",
            500, "Internal error");

    private final int status;

    /// @param detail what is wrong and what to do about it
    Refusal(int status, String detail) {
        super(detail, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }

    Problem problem() {
        return new Problem("about:blank", TITLES.getOrDefault(status, "Refused"), status, String.valueOf(getMessage()));
    }

    /// The body of the answer.
    record Problem(String type, String title, int status, String detail) {}
}
