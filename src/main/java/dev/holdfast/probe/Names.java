package dev.holdfast.probe;

import dev.holdfast.observation.Trouble;
import dev.holdfast.observation.Trouble.Kind;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Finds the addresses of a host within a deadline, and lets the guard look at them.
///
/// A look-up cannot be interrupted, so it runs on a thread of its own and is shared by all who ask for the same name:
/// a name server that is silent for one name holds one thread, however many monitors wait for that name.
final class Names {
    private static final int LOOK_UPS = 64;

    private final Resolver resolver;
    private final AddressGuard guard;
    private final ConcurrentHashMap<String, CompletableFuture<List<InetAddress>>> asked = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor threads;

    Names(Resolver resolver, AddressGuard guard) {
        this.resolver = resolver;
        this.guard = guard;
        threads = new ThreadPoolExecutor(
                LOOK_UPS,
                LOOK_UPS,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("probe-resolve-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /// What a look-up came to.
    sealed interface Found {
        /// Addresses that may be contacted, at least one.
        record Addresses(List<InetAddress> addresses) implements Found {}

        /// No address.
        record Nothing(Trouble trouble) implements Found {}

        /// Addresses, none of which may be contacted.
        record Refused(String detail) implements Found {}
    }

    /// The addresses of `host`, a name or an address as it stands in a URL. A name takes a look-up, so `timeline`
    /// enters its stage.
    Found find(String host, Deadline deadline) throws InterruptedException {
        var literal = literal(host);
        return literal.isPresent() ? guarded(host, List.of(literal.get())) : lookUp(host, deadline);
    }

    /// Whether `host` is an address already.
    static boolean isLiteral(String host) {
        return literal(host).isPresent();
    }

    private static Optional<InetAddress> literal(String host) {
        try {
            return Optional.of(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Found lookUp(String host, Deadline deadline) throws InterruptedException {
        try {
            return guarded(host, shared(host).get(deadline.left().toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException _) {
            return new Found.Nothing(
                    new Trouble(Kind.DNS_TIMEOUT, "no answer for the name " + host + " within " + deadline));
        } catch (ExecutionException e) {
            return new Found.Nothing(trouble(host, e));
        }
    }

    private CompletableFuture<List<InetAddress>> shared(String host) {
        var fresh = new CompletableFuture<List<InetAddress>>();
        var running = asked.putIfAbsent(host, fresh);
        if (running != null) {
            return running;
        }
        threads.execute(() -> ask(host, fresh));
        return fresh;
    }

    private void ask(String host, CompletableFuture<List<InetAddress>> answer) {
        try {
            answer.complete(resolver.resolve(host));
        } catch (UnknownHostException | RuntimeException e) {
            answer.completeExceptionally(e);
        } finally {
            asked.remove(host, answer);
        }
    }

    private Found guarded(String host, List<InetAddress> addresses) {
        var allowed = new ArrayList<InetAddress>();
        var objections = new ArrayList<String>();
        for (var address : addresses) {
            guard.objection(address)
                    .ifPresentOrElse(
                            why -> objections.add(Words.of(address) + " is " + why), () -> allowed.add(address));
        }
        return allowed.isEmpty() ? new Found.Refused(refusal(host, objections)) : new Found.Addresses(allowed);
    }

    private static String refusal(String host, List<String> objections) {
        return host + " may not be contacted: " + String.join(", ", objections);
    }

    private static Trouble trouble(String host, ExecutionException failure) {
        var said = Objects.requireNonNullElse(failure.getMessage(), "");
        return said.contains("Temporary failure") || said.contains("System error")
                ? new Trouble(Kind.DNS_FAILED, "name resolution failed for " + host)
                : new Trouble(Kind.DNS_NOT_FOUND, "the name " + host + " has no address");
    }
}
