package dev.holdfast.probe;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// The token of one credential: fetched when first needed, kept until shortly before its end, one fetch at a time
/// however many ask.
final class Tokens {
    private final Provider provider;
    private final InstantSource clock;
    private @Nullable Grant kept;
    private @Nullable CompletableFuture<Grant> fetching;

    /// Where tokens come from.
    @FunctionalInterface
    interface Provider {

        /// Asks for a token. Never throws for what the provider does, and ends within a time of its own.
        ///
        /// @param replacement whether another one was rejected
        Grant fetch(boolean replacement);
    }

    Tokens(Provider provider, InstantSource clock) {
        this.provider = provider;
        this.clock = clock;
    }

    /// The token now.
    synchronized CompletableFuture<Grant> current() {
        var known = kept;
        return known != null && clock.instant().isBefore(known.until())
                ? CompletableFuture.completedFuture(known)
                : fetch(false);
    }

    /// Another token than `rejected`; empty when another would be rejected as well.
    ///
    /// @param wasAccepted whether whoever rejects it now has accepted it before
    synchronized Optional<CompletableFuture<Grant>> replacing(String rejected, boolean wasAccepted) {
        if (kept instanceof Grant.Token token && token.value().equals(rejected)) {
            return token.mayBeRevoked(wasAccepted, clock.instant()) ? Optional.of(fetch(true)) : Optional.empty();
        }
        return Optional.of(current());
    }

    private CompletableFuture<Grant> fetch(boolean replacement) {
        var running = fetching;
        if (running != null) {
            return running;
        }
        var fresh = new CompletableFuture<Grant>();
        fetching = fresh;
        Thread.ofVirtual().name("probe-token").start(() -> fetch(replacement, fresh));
        return fresh;
    }

    private void fetch(boolean replacement, CompletableFuture<Grant> into) {
        try {
            var grant = provider.fetch(replacement);
            keep(grant);
            into.complete(grant);
        } catch (RuntimeException e) {
            keep(null);
            into.completeExceptionally(e);
        }
    }

    private synchronized void keep(@Nullable Grant grant) {
        kept = grant;
        fetching = null;
    }
}
