package dev.holdfast.probe;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A bearer token from an OAuth 2 provider.
///
/// A probe waits for it no longer than half of its time, so that a slow provider is never taken for a slow endpoint.
final class OAuth2Credential implements Credential {
    private final Tokens tokens;
    private final String provider;

    /// @param provider how the provider is called in a sentence
    OAuth2Credential(Tokens tokens, String provider) {
        this.tokens = tokens;
        this.provider = provider;
    }

    @Override
    public Proof proof(Deadline deadline) {
        return proof(tokens.current(), deadline);
    }

    @Override
    public Optional<Proof> instead(Header rejected, boolean wasAccepted, Deadline deadline) {
        return tokens.replacing(token(rejected), wasAccepted).map(grant -> proof(grant, deadline));
    }

    private Proof proof(CompletableFuture<Grant> grant, Deadline deadline) {
        var half = deadline.half();
        try {
            return switch (grant.get(half.left().toNanos(), TimeUnit.NANOSECONDS)) {
                case Grant.Token token -> new Header(new Ask.Line("Authorization", "Bearer " + token.value()));
                case Grant.Denied denied -> new Missing(denied.why());
            };
        } catch (TimeoutException _) {
            return new Missing(provider + " gave no token within " + half);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Missing("Holdfast stopped waiting for a token: it is stopping");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String token(Header header) {
        return header.line().value().substring("Bearer ".length());
    }
}
