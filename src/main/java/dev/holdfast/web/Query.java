package dev.holdfast.web;

import io.javalin.http.Context;
import java.util.Optional;

/// What the query of a request asks for.
final class Query {
    /// The most that one request is answered with.
    static final int MANY = 1_000;

    private static final int FEW = 100;

    private Query() {}

    static int limit(Context request) {
        var asked = request.queryParam("limit");
        if (asked == null) {
            return FEW;
        }
        if (!asked.matches("[1-9][0-9]{0,3}") || Integer.parseInt(asked) > MANY) {
            throw new Refusal(400, "limit is a number from 1 to " + MANY);
        }
        return Integer.parseInt(asked);
    }

    static Optional<String> text(Context request, String name) {
        return Optional.ofNullable(request.queryParam(name));
    }
}
