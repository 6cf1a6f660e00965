package dev.holdfast.probe;

import dev.holdfast.observation.NotTried;
import dev.holdfast.observation.Observation;
import java.time.Duration;
import java.time.Instant;

/// Asks one HTTP endpoint: shows the credential, follows redirects where it may, all within one deadline.
final class HttpProbe implements Probe {
    private final Ask first;
    private final Redirection redirection;
    private final Credential credential;
    private final Exchange exchange;
    private final Duration timeout;

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
        return showing(credential.proof(deadline), deadline);
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
