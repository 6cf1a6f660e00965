package dev.holdfast.probe;

import dev.holdfast.wire.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Asks an OAuth 2 provider for a token by the client credentials grant (RFC 6749, section 4.4).
///
/// The client shows itself in a header, as every provider must take it; one that refuses it there is asked once more
/// with the secret in the form, and from then on so only.
final class TokenEndpoint implements Tokens.Provider {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    /// What may stand in a header, and so can be a token.
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");

    /// What may stand in a sentence: providers put anything into their errors.
    private static final Pattern ERROR = Pattern.compile("[a-z_]{1,40}");

    private final CredentialSettings.OAuth2 settings;
    private final Exchange exchange;
    private final TlsProfile tls;
    private final InstantSource clock;
    private volatile boolean secretInForm;

    TokenEndpoint(CredentialSettings.OAuth2 settings, Exchange exchange, TlsProfile tls, InstantSource clock) {
        this.settings = settings;
        this.exchange = exchange;
        this.tls = tls;
        this.clock = clock;
    }

    /// How the provider of `settings` is called in a sentence.
    static String name(CredentialSettings.OAuth2 settings) {
        var origin = Origin.of(settings.tokenUrl());
        return "the token provider " + origin.authority() + settings.tokenUrl().getPath();
    }

    /// The fields of an answer that are of interest.
    record Answer(
            @Nullable String accessToken,
            @Nullable Long expiresIn,
            @Nullable String error) {}

    @Override
    public Grant fetch(boolean replacement) {
        var seen = ask();
        if (!secretInForm && refusesHeader(seen)) {
            secretInForm = true;
            seen = ask();
        }
        return switch (seen) {
            case Exchanged.Response response -> grant(response, replacement);
            case Exchanged.Silence silence ->
                denied("does not answer: " + silence.trouble().detail());
            case Exchanged.Withheld withheld -> denied("was not asked: " + withheld.detail());
        };
    }

    private Exchanged ask() {
        return exchange.exchange(request(), Deadline.in(LIMIT));
    }

    private Ask request() {
        var headers = new ArrayList<Ask.Line>();
        headers.add(new Ask.Line("Content-Type", "application/x-www-form-urlencoded"));
        headers.add(new Ask.Line("Accept", "application/json"));
        if (!secretInForm) {
            headers.add(
                    new Ask.Line("Authorization", Credentials.basic(encoded(settings.clientId()), encodedSecret())));
        }
        return new Ask("POST", Location.bare(settings.tokenUrl()), headers, form(), null, tls);
    }

    private String form() {
        var form = new StringBuilder("grant_type=client_credentials");
        var scope = settings.scope();
        if (scope != null) {
            form.append("&scope=").append(encoded(scope));
        }
        if (secretInForm) {
            form.append("&client_id=").append(encoded(settings.clientId()));
            form.append("&client_secret=").append(encodedSecret());
        }
        return form.toString();
    }

    private static boolean refusesHeader(Exchanged seen) {
        return seen instanceof Exchanged.Response response
                && (response.status() == 401 || response.status() == 400)
                && read(response)
                        .map(Answer::error)
                        .filter("invalid_client"::equals)
                        .isPresent();
    }

    private Grant grant(Exchanged.Response response, boolean replacement) {
        var answer = read(response);
        if (response.status() != 200) {
            var error =
                    answer.map(Answer::error).filter(said -> ERROR.matcher(said).matches());
            return denied("answers " + response.status()
                    + error.map(said -> " (" + said + ")").orElse(""));
        }
        var token = answer.map(Answer::accessToken)
                .filter(value -> TOKEN.matcher(value).matches());
        return token.isPresent()
                ? token(token.get(), answer.map(Answer::expiresIn), replacement)
                : denied("answers 200 without an access_token");
    }

    private Grant token(String value, Optional<Long> expiresIn, boolean replacement) {
        var now = clock.instant();
        var life = expiresIn
                .map(seconds -> Math.clamp(seconds, 1, Duration.ofDays(365).toSeconds()))
                .map(Duration::ofSeconds)
                .orElse(Grant.USUAL_LIFE);
        return new Grant.Token(value, now, now.plus(life), replacement);
    }

    private Grant denied(String what) {
        return new Grant.Denied(name(settings) + " " + what, clock.instant());
    }

    private static Optional<Answer> read(Exchanged.Response response) {
        try {
            return Optional.ofNullable(
                    Json.read(new String(response.body().bytes(), StandardCharsets.UTF_8), Answer.class));
        } catch (RuntimeException _) {
            // Whatever it is, it is not the JSON of a token.
            return Optional.empty();
        }
    }

    private String encodedSecret() {
        return encoded(settings.clientSecret().reveal().strip());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
