package dev.holdfast.web;

import dev.holdfast.wire.Json;
import io.javalin.http.Context;

/// Answers of the API.
final class Answers {
    private Answers() {}

    static void json(Context request, Object body) {
        request.contentType("application/json").result(Json.write(body));
    }

    /// Something new came to be.
    static void created(Context request, Object body) {
        json(request.status(201), body);
    }
}
