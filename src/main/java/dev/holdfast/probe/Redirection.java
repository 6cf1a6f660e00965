package dev.holdfast.probe;

import dev.holdfast.observation.Answered.Hop;
import dev.holdfast.observation.Trouble;
import dev.holdfast.observation.Trouble.Kind;
import java.util.List;
import java.util.Set;

/// Decides where an answer leads. Pure; the clients themselves never follow anything.
final class Redirection {
    static final int MAX_HOPS = 10;

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /// Headers that say nothing about who asks. All others may carry keys, and stay with the origin they were meant
    /// for.
    private static final Set<String> HARMLESS =
            Set.of("accept", "accept-encoding", "accept-language", "cache-control", "content-type", "user-agent");

    private final HttpSettings.Redirects allowed;

    Redirection(HttpSettings.Redirects allowed) {
        this.allowed = allowed;
    }

    /// Where an answer leads.
    sealed interface Next {}

    /// Nowhere: it is the end of the probe.
    record Stay() implements Next {}

    /// To where nobody can follow: the redirect is the answer, and broken.
    record Astray(Exchanged.Response broken) implements Next {}

    /// On.
    record Go(Hop hop, Ask onward) implements Next {}

    /// Where `seen`, the answer to the last request of `path`, leads.
    Next after(List<Ask> path, Exchanged seen) {
        return seen instanceof Exchanged.Response response
                        && REDIRECTS.contains(response.status())
                        && allowed != HttpSettings.Redirects.NEVER
                ? follow(path, response)
                : new Stay();
    }

    private Next follow(List<Ask> path, Exchanged.Response response) {
        var asked = path.getLast();
        var location = response.headers().first("location").orElse("");
        var target = Location.resolve(asked.uri(), location);
        if (target.isEmpty()) {
            return astray(response, Kind.REDIRECT_INVALID, "the redirect names no http or https address to go to");
        }
        var onward = onward(asked, response.status(), asked.to(target.get()));
        if (allowed == HttpSettings.Redirects.SAME_ORIGIN && !onward.origin().equals(asked.origin())) {
            return new Stay();
        }
        if (path.stream().anyMatch(onward::asksTheSameAs)) {
            return astray(response, Kind.REDIRECT_LOOP, "the redirect leads back to where it came from");
        }
        return path.size() > MAX_HOPS
                ? astray(response, Kind.TOO_MANY_REDIRECTS, "more than " + MAX_HOPS + " redirects")
                : new Go(new Hop(response.status(), asked.uri(), location), onward);
    }

    private static Ask onward(Ask asked, int status, Ask target) {
        var loyal = target.origin().equals(asked.origin()) ? target : target.toStranger(HARMLESS);
        return becomesGet(asked.method(), status) ? loyal.asGet() : loyal;
    }

    private static boolean becomesGet(String method, int status) {
        return switch (status) {
            case 303 -> !method.equals("HEAD");
            case 301, 302 -> method.equals("POST");
            default -> false;
        };
    }

    private static Astray astray(Exchanged.Response response, Kind kind, String detail) {
        return new Astray(response.brokenBy(new Trouble(kind, detail)));
    }
}
