package dev.holdfast.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;

/// Which request is answered by what: there are those that read and those that change something, and no others.
final class Routes {
    private final RoutesConfig routes;
    private final AdminGate gate;

    Routes(RoutesConfig routes, AdminGate gate) {
        this.routes = routes;
        this.gate = gate;
    }

    /// `path` is for everybody. HEAD is asked like GET, so that its status is the true one.
    void read(String path, Handler handler) {
        routes.get(path, handler);
        routes.head(path, handler);
    }

    /// `path` changes something, so whoever posts to it has to pass the gate first.
    void change(String path, Handler handler) {
        routes.post(path, request -> {
            gate.admit(request);
            handler.handle(request);
        });
    }
}
