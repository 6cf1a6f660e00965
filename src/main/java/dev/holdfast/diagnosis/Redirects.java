package dev.holdfast.diagnosis;

import dev.holdfast.observation.Answered.Hop;
import dev.holdfast.observation.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A redirect in one sentence: what differs between where we asked and where we are sent. Never with the target's
/// query or user info: those may hold what is nobody's business.
final class Redirects {
    private static final int MOST_SHOWN = 4;

    private Redirects() {}

    /// Says what a redirect is that was not followed.
    ///
    /// @param request what was asked, null when nobody knows
    /// @param location the `Location` header as sent, null when there was none
    /// @param hops the redirects that were followed before it
    static String sentence(int status, @Nullable Request request, @Nullable String location, List<Hop> hops) {
        if (status == 304) {
            return "says that nothing has changed since an earlier request (304)";
        }
        if (status == 300) {
            return location == null || location.isBlank()
                    ? "offers several addresses to choose from (300)"
                    : "offers several addresses to choose from (300), first of all " + shown(location);
        }
        if (location == null || location.isBlank()) {
            return "redirects without saying where to";
        }
        return Target.of(request == null ? null : request.uri(), location)
                .map(target -> sentence(request, target, hops))
                .orElse("redirects to an address that cannot be read");
    }

    private static String sentence(@Nullable Request request, Target target, List<Hop> hops) {
        if (!target.isWeb()) {
            return "redirects to an address that is not of the web"
                    + (target.scheme().matches("[a-z]{1,20}") ? ": " + target.scheme() + ":" : "");
        }
        if (request == null) {
            return target.isSignIn(null) ? signIn(target) : "redirects to " + target.shown();
        }
        var asked = Target.of(request.uri());
        if (target.isSameAs(asked)) {
            return "redirects to itself";
        }
        if (hops.stream().anyMatch(hop -> target.isSameAs(Target.of(hop.from())))) {
            return "redirects back to " + target.shown() + ", which had redirected here";
        }
        return target.isSamePlaceAs(asked) ? samePlace(asked, target) : elsewhere(asked, target);
    }

    /// The same host and the same path but for a slash at the end.
    private static String samePlace(Target asked, Target target) {
        var path = slash(asked, target);
        if (target.isPlainerThan(asked)) {
            return "redirects to " + path + " over plain http (a proxy in front hides that it was https)";
        }
        if (asked.isPlainerThan(target)) {
            return asked.path().equals(target.path()) ? "redirects to https" : "redirects to https and " + path;
        }
        if (asked.port() != target.port()) {
            return "redirects to another port: " + target.shown();
        }
        return asked.path().equals(target.path())
                ? "redirects to the same path with another query"
                : "redirects to " + path + " (the framework's slash redirect)";
    }

    private static String slash(Target asked, Target target) {
        if (asked.path().equals(target.path())) {
            return "the same path";
        }
        return target.path().endsWith("/")
                ? "the same path with a slash at the end"
                : "the same path without the slash at the end";
    }

    private static String elsewhere(Target asked, Target target) {
        if (target.isSignIn(asked)) {
            return signIn(target);
        }
        if (target.isPlainerThan(asked)) {
            return "redirects from https to plain http: " + target.shown();
        }
        if (!target.host().equals(asked.host())) {
            return otherHost(asked, target);
        }
        if (asked.isPlainerThan(target)) {
            return "redirects to https and another path: " + target.shown();
        }
        return asked.port() == target.port()
                ? "redirects to " + otherPath(asked, target)
                : "redirects to another port: " + target.shown();
    }

    private static String otherHost(Target asked, Target target) {
        if (target.host().equals("www." + asked.host())) {
            return "redirects to the host with www in front: " + target.shown();
        }
        return asked.host().equals("www." + target.host())
                ? "redirects to the host without www: " + target.shown()
                : "redirects to another host: " + target.shown();
    }

    private static String otherPath(Target asked, Target target) {
        if (target.isLocalised(asked)) {
            return "the same path for a language: " + target.shown();
        }
        return target.path().equalsIgnoreCase(asked.path())
                ? "the same path in other capitals: " + target.shown()
                : target.shown();
    }

    /// What an answer at the end of followed redirects has to say about them; empty when they lead where they should.
    static String end(Request request, List<Hop> hops) {
        var end = Target.of(request.uri());
        return !hops.isEmpty() && end.isSignIn(Target.of(hops.getFirst().from()))
                ? " on a sign-in page it was redirected to: " + end.shown()
                : "";
    }

    private static String signIn(Target target) {
        return "redirects to a sign-in page: " + target.shown();
    }

    private static String shown(String location) {
        return Target.of(null, location).map(Target::shown).orElse("one that cannot be read");
    }

    /// Where redirects led that were followed to no end, such as `/a → /b → /a`.
    ///
    /// @param asked what was asked last
    static String path(List<Hop> hops, URI asked) {
        var stops = new ArrayList<String>();
        hops.forEach(hop -> stops.add(stop(hop.from())));
        stops.add(stop(asked));
        return stops.size() <= MOST_SHOWN
                ? String.join(" → ", stops)
                : String.join(" → ", stops.subList(0, MOST_SHOWN)) + " → and " + (stops.size() - MOST_SHOWN) + " more";
    }

    private static String stop(URI uri) {
        var path = Objects.requireNonNullElse(uri.getRawPath(), "");
        return Redaction.of(path.isEmpty() ? "/" : path, 60);
    }
}
