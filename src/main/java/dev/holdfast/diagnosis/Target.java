package dev.holdfast.diagnosis;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An address, taken apart so that two can be compared.
///
/// @param scheme in lower case, empty for an address that only has a path
/// @param host in lower case, empty without one
/// @param port the scheme's own when none is named
/// @param path `/` when there is none
/// @param query empty without one; never shown
record Target(String scheme, String host, int port, String path, String query) {
    private static final int LONGEST = 200;
    private static final String NOT_IN_AN_ADDRESS = " \"<>\\^`{|}";
    private static final Pattern SIGN_IN_PATH =
            Pattern.compile("(?:^|[/._-])(?:log-?in|logon|sign-?in|sign_in|sso|saml2?"
                    + "|auth|oauth2?|openid-connect|authorize|authenticate|cas|kc|adfs)(?:$|[/._;-])");
    private static final Pattern SIGN_IN_QUERY = Pattern.compile(
            "(?:^|&)(?:returnurl|return_url|returnto|return_to|redirect_uri|redirecturl|redirect_url|samlrequest"
                    + "|wtrealm|service|next|rd|continue|back|backurl|dest|destination|target)=(?:https?(?::|%3a)|/|%2f)"
                    + "|(?:^|&)(?:redirect_uri|samlrequest|wtrealm|returnurl)=");
    private static final Pattern SIGN_IN_HOST =
            Pattern.compile("(?:login|signin|sign-in|sso|auth|accounts|idp|id|identity"
                    + "|keycloak|adfs|cas)\\..+|.*\\.(?:okta|oktapreview|okta-emea|auth0|onelogin|cloudflareaccess|b2clogin"
                    + "|ciamlogin|microsoftonline|amazoncognito|duosecurity|jumpcloud|pingone|pingidentity)\\.com");
    private static final Pattern LANGUAGE = Pattern.compile("/[a-z]{2}(?:[-_][A-Za-z]{2,4})?(?=/)");

    static Target of(URI uri) {
        var scheme = lower(uri.getScheme());
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : scheme.equals("http") ? 80 : -1;
        var path = Objects.requireNonNullElse(uri.getRawPath(), "");
        return new Target(
                scheme,
                host(uri),
                port,
                path.isEmpty() ? "/" : path,
                Objects.requireNonNullElse(uri.getRawQuery(), ""));
    }

    /// A host with an underscore is none to the JDK.
    private static String host(URI uri) {
        var authority = Objects.requireNonNullElse(uri.getRawAuthority(), "");
        return uri.getHost() == null
                ? lower(authority.substring(authority.lastIndexOf('@') + 1).replaceFirst(":\\d*$", ""))
                : lower(uri.getHost());
    }

    /// Where `location` leads; empty when it cannot be read. As lenient as browsers are.
    ///
    /// @param base where it was given, null when nobody knows
    static Optional<Target> of(@Nullable URI base, String location) {
        try {
            var bare = escaped(location.strip());
            // The JDK drops the last part of the path before a query alone.
            var target = new URI(base != null && bare.startsWith("?") ? base.getRawPath() + bare : bare);
            var whole = base == null ? target : base.resolve(target);
            var resolved = of(whole);
            return resolved.isWeb() && whole.getScheme() != null && resolved.host.isEmpty()
                    ? Optional.empty()
                    : Optional.of(resolved);
        } catch (URISyntaxException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static String escaped(String location) {
        var escaped = new StringBuilder();
        for (char letter : location.toCharArray()) {
            if (letter <= ' ' || letter == 0x7f || NOT_IN_AN_ADDRESS.indexOf(letter) >= 0) {
                escaped.append(String.format(Locale.ROOT, "%%%02X", (int) letter));
            } else {
                escaped.append(letter);
            }
        }
        return escaped.toString();
    }

    private static String lower(@Nullable String word) {
        return word == null ? "" : word.toLowerCase(Locale.ROOT);
    }

    /// Whether it is of http, https or only a path.
    boolean isWeb() {
        return List.of("", "http", "https").contains(scheme);
    }

    boolean isSameAs(Target other) {
        return equals(other);
    }

    boolean isSamePlaceAs(Target other) {
        return host.equals(other.host) && trimmed().equals(other.trimmed());
    }

    private String trimmed() {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    boolean isPlainerThan(Target other) {
        return scheme.equals("http") && other.scheme.equals("https");
    }

    /// Whether it is the path of `other` behind a language, such as `/en/`, or with another language.
    boolean isLocalised(Target other) {
        var language = LANGUAGE.matcher(path);
        return language.lookingAt()
                && (path.substring(language.end()).equals(other.path)
                        || LANGUAGE.matcher(other.path).replaceFirst("").equals(path.substring(language.end())));
    }

    /// Whether it looks like a page to sign in, where `asked` does not.
    boolean isSignIn(@Nullable Target asked) {
        return (hasSignInPath() && (asked == null || !asked.hasSignInPath()))
                || SIGN_IN_QUERY.matcher(query.toLowerCase(Locale.ROOT)).find()
                || (isElsewhere(asked) && SIGN_IN_HOST.matcher(host).matches());
    }

    private boolean isElsewhere(@Nullable Target asked) {
        return asked == null || !asked.host.equals(host);
    }

    private boolean hasSignInPath() {
        return SIGN_IN_PATH.matcher(path.toLowerCase(Locale.ROOT)).find();
    }

    /// For a person: without query, without what follows a semicolon in the path.
    String shown() {
        var authority = host.isEmpty() ? "" : scheme + "://" + host + (isUsualPort() ? "" : ":" + port);
        return Redaction.of(authority + path.split(";", 2)[0], LONGEST);
    }

    private boolean isUsualPort() {
        return port < 0 || port == (scheme.equals("https") ? 443 : 80);
    }
}
