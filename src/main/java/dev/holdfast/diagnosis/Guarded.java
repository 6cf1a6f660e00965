package dev.holdfast.diagnosis;

import dev.holdfast.observation.Headers;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a 401, 403 or 407 asks for, who asks, and whether a token has expired.
///
/// @param challenges what the response asks to be shown
/// @param guard who answers, when it is not the application
record Guarded(int status, List<Challenge> challenges, Optional<String> guard, String text) {
    private static final int MOST_SHOWN = 4;
    private static final int HEAD = 4_000;
    private static final Pattern EXPIRED = Pattern.compile(
            "(?:token|jwt|session|credentials?|signature|api[ _-]?key|access|login|password|claim)[^.\\n]{0,40}expired"
                    + "|expired[ _-]?(?:token|jwt|session|credentials?|signature|login|api[ _-]?key|password|access)"
                    + "|lifetime validation failed|(?:token|session)[^.\\n]{0,40}timed out|\\bexp[\\\\\"']{0,3} claim",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_EXPIRED = Pattern.compile(
            "(?:not|never|n't)(?: yet)? expired|expired[\"']?\\s{0,3}[:=]\\s{0,3}(?:false|null|0)",
            Pattern.CASE_INSENSITIVE);

    Guarded {
        challenges = List.copyOf(challenges);
    }

    static Guarded of(int status, Headers headers, String text) {
        return new Guarded(
                status,
                Challenge.of(headers.all(status == 407 ? "proxy-authenticate" : "www-authenticate")),
                Guards.of(headers, text),
                text);
    }

    /// Whether the response says that what was presented has expired.
    boolean isExpired() {
        return challenges.stream()
                        .flatMap(challenge -> challenge.parameters().values().stream())
                        .anyMatch(Guarded::saysExpired)
                || saysExpired(text.substring(0, Math.min(text.length(), HEAD)));
    }

    private static boolean saysExpired(String said) {
        return EXPIRED.matcher(said).find() && !NOT_EXPIRED.matcher(said).find();
    }

    /// The sentence for an answer to a request that presented nothing.
    String sentence() {
        var asked = asked();
        var what = switch (status) {
            case 401 ->
                asked.isEmpty() ? "asks for authentication, naming no scheme" : "asks for authentication: " + asked;
            case 407 -> "a proxy asks for authentication" + (asked.isEmpty() ? "" : ": " + asked);
            default -> asked.isEmpty() ? "refuses access" : "refuses access, asking for " + asked;
        };
        return what + missingScope().orElse("") + behind();
    }

    /// The sentence for an answer to a request that presented a credential.
    String rejection() {
        var reason = described().map(said -> ": " + said);
        if (isExpired()) {
            return "the credential has expired" + reason.orElse("") + behind();
        }
        var scope = missingScope();
        return scope.isPresent()
                ? "the credential is accepted and may not do this" + scope.get() + behind()
                : "the credential is rejected" + reason.orElse("") + behind();
    }

    private String behind() {
        return guard.map(name -> " (" + name + " answers, not the application)").orElse("");
    }

    private Optional<String> missingScope() {
        return challenges.stream()
                .filter(challenge -> challenge
                        .parameter("error")
                        .filter("insufficient_scope"::equals)
                        .isPresent())
                .map(challenge -> challenge
                        .parameter("scope")
                        .map(scope -> ": it lacks the scope " + Redaction.of(scope, 80))
                        .orElse(": it lacks a scope"))
                .findFirst();
    }

    private Optional<String> described() {
        return challenges.stream()
                .flatMap(challenge ->
                        challenge.parameter("error_description").or(() -> challenge.parameter("error")).stream())
                .map(said -> Redaction.of(said, 160))
                .findFirst();
    }

    private String asked() {
        var shown = challenges.stream().map(Challenge::shown).distinct().toList();
        return shown.stream().limit(MOST_SHOWN).collect(Collectors.joining(" or "))
                + (shown.size() > MOST_SHOWN ? " or others" : "");
    }
}
