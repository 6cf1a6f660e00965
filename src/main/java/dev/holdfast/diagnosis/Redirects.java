package dev.holdfast.diagnosis;

import dev.holdfast.observation.Request;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A redirect in one sentence: what differs between where we asked and where we are sent.
final class Redirects {
    private static final Pattern SIGN_IN = Pattern.compile(
            "(?:^|[/._-])(?:log-?in|logon|sign-?in|sign_in|sso|saml2?|oauth2?|authorize|auth|cas)(?:$|[/._?&-])"
                    + "|[?&](?:returnurl|next|rd|redirect_uri|continue)=");

    private Redirects() {}

    /// Says what the redirect is.
    ///
    /// @param request what was asked, null when nobody knows
    /// @param location the `Location` header as sent, null when there was none
    static String sentence(@Nullable Request request, @Nullable String location) {
        if (location == null || location.isBlank()) {
            return "redirects without saying where to";
        }
        try {
            var target = URI.create(location.strip());
            return request == null
                    ? "redirects to " + shown(target)
                    : sentence(request.uri(), request.uri().resolve(target), location.strip());
        } catch (IllegalArgumentException malformed) {
            return "redirects to an address that cannot be read";
        }
    }

    private static String sentence(URI asked, URI target, String location) {
        if (target.equals(asked)) {
            return "redirects to itself";
        }
        if (isDowngrade(asked, target)) {
            return samePlace(asked, target)
                    ? "redirects to " + slash(asked, target)
                            + " over plain http (a proxy in front hides that it was https)"
                    : "redirects from https to plain http: " + shown(target);
        }
        if (SIGN_IN.matcher(location.toLowerCase(Locale.ROOT)).find()) {
            return "redirects to a sign-in page: " + shown(target);
        }
        return elsewhere(asked, target);
    }

    private static String elsewhere(URI asked, URI target) {
        if (!sameHost(asked, target)) {
            return "redirects to another host: " + shown(target);
        }
        if (!Objects.equals(asked.getScheme(), target.getScheme()) && samePlace(asked, target)) {
            return "redirects to https";
        }
        return samePlace(asked, target)
                ? "redirects to " + slash(asked, target) + " (the framework's slash redirect)"
                : "redirects to " + shown(target);
    }

    private static boolean isDowngrade(URI asked, URI target) {
        return "https".equalsIgnoreCase(asked.getScheme()) && "http".equalsIgnoreCase(target.getScheme());
    }

    private static boolean sameHost(URI asked, URI target) {
        return asked.getHost() == null || asked.getHost().equalsIgnoreCase(target.getHost());
    }

    /// The same host and the same path but for a slash at the end.
    private static boolean samePlace(URI asked, URI target) {
        return sameHost(asked, target) && trimmed(asked).equals(trimmed(target));
    }

    private static String trimmed(URI uri) {
        var path = Objects.requireNonNullElse(uri.getPath(), "");
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static String slash(URI asked, URI target) {
        var from = Objects.requireNonNullElse(asked.getPath(), "");
        var to = Objects.requireNonNullElse(target.getPath(), "");
        if (from.equals(to)) {
            return "the same path";
        }
        return to.endsWith("/")
                ? "the same path with a slash at the end"
                : "the same path without the slash at the end";
    }

    /// Without query and user info: those may hold what is nobody's business.
    private static String shown(URI target) {
        var authority = target.getHost() == null ? "" : target.getScheme() + "://" + target.getHost() + port(target);
        return authority + Objects.requireNonNullElse(target.getPath(), "");
    }

    private static String port(URI target) {
        return target.getPort() < 0 ? "" : ":" + target.getPort();
    }
}
