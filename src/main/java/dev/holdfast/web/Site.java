package dev.holdfast.web;

import dev.holdfast.wire.Json;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pages, API and metrics at one address, until closed.
public final class Site implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Site.class);
    private static final int LARGEST_REQUEST = 64 * 1024;

    private final Javalin server;

    private Site(Javalin server) {
        this.server = server;
    }

    /// Shows `house` at the address that `settings` give.
    ///
    /// @throws CannotListen when the address cannot be listened at
    public static Site open(WebSettings settings, House house) {
        return open(settings, house, InstantSource.system());
    }

    static Site open(WebSettings settings, House house, InstantSource clock) {
        var gate = new AdminGate(settings.adminToken());
        var server = Javalin.create(config -> {
            configure(config);
            var routes = new Routes(config.routes, gate);
            new Operations(house).addTo(routes);
            new Api(house, clock).addTo(routes);
            new IncidentApi(house).addTo(routes);
            new PlanApi(house, clock).addTo(routes);
            new Pages(house, clock).addTo(routes);
            answerTrouble(config.routes);
        });
        return new Site(start(server, settings));
    }

    /// The port that is listened at, also when the settings left the choice to the system.
    public int port() {
        return server.port();
    }

    /// Stops listening.
    @Override
    public void close() {
        server.stop();
    }

    private static Javalin start(Javalin server, WebSettings settings) {
        try {
            return server.start(settings.host(), settings.port());
        } catch (Exception failed) {
            var address = settings.host() + ":" + settings.port();
            throw new CannotListen(
                    "cannot listen at " + address + ": is another program there? Stop it, or set web.listen or --port"
                            + " to a free address of this machine",
                    failed);
        }
    }

    private static void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = LARGEST_REQUEST;
        config.http.defaultContentType = "text/plain; charset=utf-8";
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.routes.before(Site::protect);
    }

    /// Nothing from elsewhere is loaded, nothing runs that is not ours, and nobody frames or keeps a page.
    private static void protect(Context answer) {
        answer.header("Content-Security-Policy", "default-src 'none'; style-src 'self'; frame-ancestors 'none'");
        answer.header("X-Content-Type-Options", "nosniff");
        answer.header("Referrer-Policy", "no-referrer");
        answer.header("Cache-Control", "no-store");
    }

    private static void answerTrouble(RoutesConfig routes) {
        routes.exception(Refusal.class, (refusal, request) -> refuse(request, refusal));
        routes.exception(HttpResponseException.class, (refused, request) -> {
            refuse(request, new Refusal(refused.getStatus(), String.valueOf(refused.getMessage())));
        });
        routes.exception(Exception.class, (failed, request) -> {
            LOG.error("{} {} failed", request.method(), request.path(), failed);
            refuse(request, new Refusal(500, "Holdfast failed to answer; its log has the reason"));
        });
    }

    private static void refuse(Context request, Refusal refusal) {
        request.status(refusal.status()).contentType("application/problem+json").result(Json.write(refusal.problem()));
    }
}
