package dev.holdfast.crash;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What is monitored: groups of endpoints with a root cause of their own each.
final class Platform implements AutoCloseable {
    /// Names the run of the daemon that asks: requests of one that was killed may still arrive.
    static final String LIFE = "X-Life";

    private final List<Group> groups;
    private final Map<String, Group> byName;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore asked = new Semaphore(0);
    private final Semaphore failed = new Semaphore(0);
    private final AtomicInteger life = new AtomicInteger();

    Platform(List<Group> groups) throws IOException {
        this.groups = groups;
        byName = groups.stream().collect(Collectors.toMap(Group::name, Function.identity()));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /// The monitors, as lines of the configuration.
    String monitors() {
        return groups.stream()
                .flatMap(group -> IntStream.range(0, group.size())
                        .mapToObj(member -> "- {name: %s_%d, group: %s, url: \"http://127.0.0.1:%d/%s/%d\"}"
                                .formatted(
                                        group.name(),
                                        member,
                                        group.name(),
                                        server.getAddress().getPort(),
                                        group.name(),
                                        member)))
                .collect(Collectors.joining("\n"));
    }

    List<Group> groups() {
        return groups;
    }

    /// The next run of the daemon, whose requests count from now on.
    int nextLife() {
        int next = life.incrementAndGet();
        groups.forEach(Group::newLife);
        asked.drainPermits();
        failed.drainPermits();
        return next;
    }

    /// A permit for each request of this life.
    Semaphore asked() {
        return asked;
    }

    /// A permit for each failure that was answered in this life.
    Semaphore failed() {
        return failed;
    }

    /// Some groups that may change do.
    void turnSome(Random random) {
        for (var group : groups) {
            if (random.nextInt(3) > 0 && group.mayTurn()) {
                var heals = group.isBroken() && (group.isPatient() || random.nextBoolean());
                group.turn(heals ? null : failure(group.name(), random));
            }
        }
    }

    void healAll() {
        groups.stream().filter(Group::isBroken).forEach(group -> group.turn(null));
    }

    private static String failure(String group, Random random) {
        return random.nextBoolean()
                ? "{\"detail\":\"relation \\\"%s_rows\\\" does not exist\"}".formatted(group)
                : "{\"error\":\"RuntimeError: %s ran out of tea\"}".formatted(group);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath().split("/", -1);
            var isOfThisLife =
                    ("" + life.get()).equals(exchange.getRequestHeaders().getFirst(LIFE));
            var failure = isOfThisLife ? byName.get(path[1]).answer(Integer.parseInt(path[2])) : null;
            var body = (failure == null ? "ok" : failure).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(failure == null ? 200 : 500, body.length);
            exchange.getResponseBody().write(body);
            if (isOfThisLife) {
                asked.release();
                failed.release(failure == null ? 0 : 1);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
