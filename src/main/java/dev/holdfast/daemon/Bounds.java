package dev.holdfast.daemon;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// How many checks may be under way, on all hosts and on one: a host that hangs takes no room from the others, and
/// none
/// is flooded by us.
final class Bounds {
    static final int ON_ALL = 1_000;
    static final int ON_ONE = 64;

    private final Semaphore all = new Semaphore(ON_ALL, true);
    private final Map<String, Semaphore> hosts = new ConcurrentHashMap<>();

    /// Runs `check` when there is room, on `host` first.
    <T> T within(String host, Supplier<T> check) {
        var one = hosts.computeIfAbsent(host, _ -> new Semaphore(ON_ONE, true));
        one.acquireUninterruptibly();
        try {
            all.acquireUninterruptibly();
            try {
                return check.get();
            } finally {
                all.release();
            }
        } finally {
            one.release();
        }
    }

    /// How many checks are under way.
    int underWay() {
        return ON_ALL - all.availablePermits();
    }
}
