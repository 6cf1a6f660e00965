package dev.holdfast.probe;

import dev.holdfast.observation.Answered;
import dev.holdfast.observation.NotTried;
import dev.holdfast.observation.Observation;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Asks one HTTP endpoint: shows the credential, follows redirects where it may, all within one deadline.
final class HttpProbe implements Probe {
    private final Ask first;
    private final Redirection redirection;
    private final Credential credential;
    private final Exchange exchange;
    private final Duration timeout;
    private volatile Credential.@Nullable Header accepted;

    HttpProbe(Ask first, Redirection redirection, Credential credential, Exchange exchange, Duration timeout) {
        this.first = first;
        this.redirection = redirection;
        this.credential = credential;
        this.exchange = exchange;
        this.timeout = timeout;
    }

    @Override
    public Observation probe() {
        var deadline = Deadline.in(timeout);
        var proof = credential.proof(deadline);
        var seen = showing(proof, deadline);
        return proof instanceof Credential.Header header ? settled(header, seen, deadline) : seen;
    }

    /// A credential that was revoked before its end is replaced, and the endpoint asked once more.
    private Observation settled(Credential.Header shown, Observation seen, Deadline deadline) {
        if (isRejected(seen)) {
            return credential
                    .instead(shown, shown.equals(accepted), deadline)
                    .map(other -> showing(other, deadline))
                    .orElse(seen);
        }
        accepted = seen instanceof Answered ? shown : accepted;
        return seen;
    }

    private static boolean isRejected(Observation seen) {
        return seen instanceof Answered answered
                && answered.status() == 401
                && answered.request().presented().isPresent();
    }

    private Observation showing(Credential.Proof proof, Deadline deadline) {
        return switch (proof) {
            case Credential.Nothing _ -> visit(first, deadline);
            case Credential.Header(var line) -> visit(first.with(line), deadline);
            case Credential.Missing(var why) ->
                new NotTried(Instant.now(), first.request(), NotTried.Why.CREDENTIAL_PROVIDER_DOWN, why);
        };
    }

    private Observation visit(Ask ask, Deadline deadline) {
        var visit = new Visit();
        visit.goesTo(ask);
        while (true) {
            var seen = exchange.exchange(visit.path().getLast(), deadline);
            visit.spends(seen);
            switch (redirection.after(visit.path(), seen)) {
                case Redirection.Stay _ -> {
                    return visit.endsWith(seen);
                }
                case Redirection.Astray(var broken) -> {
                    return visit.endsWith(broken);
                }
                case Redirection.Go(var hop, var onward) -> {
                    visit.follows(hop);
                    visit.goesTo(onward);
                }
            }
        }
    }
}
