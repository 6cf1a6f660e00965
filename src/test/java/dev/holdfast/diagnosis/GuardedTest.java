package dev.holdfast.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.observation.Answered;
import dev.holdfast.observation.Body;
import dev.holdfast.observation.Headers;
import dev.holdfast.observation.Phases;
import dev.holdfast.observation.Request;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedTest {
    private static final String ASKS = "www-authenticate";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "Bearer; Bearer",
                "Bearer realm=\"api, v1\", error=\"invalid_token\"; Bearer (realm \"api, v1\")",
                "Basic realm=\"Restricted \\\"Area\\\"\"; Basic (realm \"Restricted \"Area\"\")",
                "Digest realm=\"a\", qop=\"auth,auth-int\", nonce=\"dcd98b\", opaque=\"5ccc\"; Digest (realm \"a\")",
                "Negotiate; Negotiate",
                "NTLM TlRMTVNTUAACAAAADAAMADgAAAA=; NTLM",
                "Negotiate, NTLM; Negotiate or NTLM",
                "Newauth realm=\"apps\", type=1, title=\"Log in, please\", Basic realm=\"simple\"; Newauth (realm \"apps\") or Basic (realm \"simple\")",
                "Bearer, Basic realm=x; Bearer or Basic (realm \"x\")",
                "Bearer realm=\"\"; Bearer",
                "Bearer realm=\"unclosed; Bearer (realm \"unclosed\")",
                "Bearer scope=\"a b\", DPoP algs=\"ES256 RS256\"; Bearer or DPoP",
            })
    void theSchemeIsNamed(String header, String asked) {
        var diagnosis = diagnose(null, 401, "", new Headers.Field(ASKS, header));

        assertThat(diagnosis.cause()).isEqualTo(Cause.NONE);
        assertThat(diagnosis.outcome()).isEqualTo(Outcome.AUTH_REQUIRED);
        assertThat(diagnosis.explanation()).isEqualTo("asks for authentication: " + asked);
    }

    @Test
    void challengesMayStandInHeadersOfTheirOwn() {
        assertThat(diagnose(
                                null,
                                401,
                                "",
                                new Headers.Field(ASKS, "Negotiate"),
                                new Headers.Field(ASKS, "Basic realm=\"a\""))
                        .explanation())
                .isEqualTo("asks for authentication: Negotiate or Basic (realm \"a\")");
    }

    @Test
    void withoutASchemeItIsGuardedAllTheSame() {
        assertThat(diagnose(null, 401, "").explanation()).isEqualTo("asks for authentication, naming no scheme");
        assertThat(diagnose(null, 403, "").explanation()).isEqualTo("refuses access");
        assertThat(diagnose(null, 401, "{\"error\":\"jwt expired\"}").cause()).isEqualTo(Cause.NONE);
    }

    @Test
    void aChallengeSaysThatTheTokenHasExpired() {
        var diagnosis = diagnose(
                "admin",
                401,
                "",
                new Headers.Field(
                        ASKS,
                        "Bearer realm=\"a\", error=\"invalid_token\", error_description=\"The access token expired\""));

        assertThat(diagnosis.cause()).isEqualTo(Cause.CREDENTIAL_EXPIRED);
        assertThat(diagnosis.explanation()).isEqualTo("the credential has expired: The access token expired");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\":\"jwt expired\"}",
                "{\"name\":\"TokenExpiredError\"}",
                "Signature has expired",
                "jwt.exceptions.ExpiredSignatureError",
                "{\"code\":\"token_expired\"}",
                "{\"error\":\"Token is expired by 3m0s\"}",
                "IDX10223: Lifetime validation failed. The token is expired.",
                "{\"message\":\"\\\"exp\\\" claim timestamp check failed\"}",
                "ExpiredToken: The security token included in the request is expired",
                "Your session has expired. Please sign in again."
            })
    void aBodySaysThatTheTokenHasExpired(String body) {
        assertThat(diagnose("admin", 401, body).cause()).isEqualTo(Cause.CREDENTIAL_EXPIRED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\":\"invalid signature\"}",
                "{\"token\":{\"expired\":false},\"error\":\"unknown key\"}",
                "the token has not expired, but it was revoked",
                "expires_in: 3600"
            })
    void whatDoesNotSayThatIsARejection(String body) {
        assertThat(diagnose("admin", 401, body).cause()).isEqualTo(Cause.CREDENTIAL_REJECTED);
    }

    @Test
    void aMissingScopeIsNamed() {
        var challenge = new Headers.Field(ASKS, "Bearer error=\"insufficient_scope\", scope=\"flags:write\"");

        assertThat(diagnose("admin", 403, "", challenge).explanation())
                .isEqualTo("the credential is accepted and may not do this: it lacks the scope flags:write");
        assertThat(diagnose("admin", 403, "", challenge).cause()).isEqualTo(Cause.CREDENTIAL_REJECTED);
        assertThat(diagnose(null, 403, "", challenge).explanation())
                .isEqualTo("refuses access, asking for Bearer: it lacks the scope flags:write");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "cf-mitigated; challenge; ; Cloudflare's firewall",
                "server; cloudflare; <title>Attention Required! | Cloudflare</title>; Cloudflare's firewall",
                "server; AkamaiGHost; <H1>Access Denied</H1>; Akamai",
                "x-iinfo; 1-2-3; ; Imperva's firewall",
                "x-amzn-waf-action; challenge; ; AWS WAF",
                "server; awselb/2.0; <center><h1>403 Forbidden</h1></center>; AWS's load balancer",
                "x-goog-iap-generated-response; true; ; Google's identity-aware proxy",
                "x-a; b; <title>Sign In</title> Secured with OAuth2-Proxy; oauth2-proxy",
                "x-ms-middleware-request-id; 1; ; Azure's sign-in (Easy Auth)",
                "x-a; b; <p>Welcome to the captive portal</p>; a network that wants a log-in",
                "server; nginx; <center>nginx/1.25.3</center>; the web server in front",
            })
    void whoAnswersInsteadOfTheApplicationIsSaid(String name, String value, @Nullable String body, String guard) {
        var said = body == null ? "" : body;
        assertThat(diagnose(null, 403, said, new Headers.Field(name, value)).explanation())
                .isEqualTo("refuses access (" + guard + " answers, not the application)");
        assertThat(diagnose("admin", 403, said, new Headers.Field(name, value)).explanation())
                .isEqualTo("the credential is rejected (" + guard + " answers, not the application)");
    }

    @Test
    void aProxyIsNotTheApplication() {
        var diagnosis = diagnose("admin", 407, "", new Headers.Field("proxy-authenticate", "Basic realm=\"out\""));

        assertThat(diagnosis.cause()).isEqualTo(Cause.NONE);
        assertThat(diagnosis.explanation()).isEqualTo("a proxy asks for authentication: Basic (realm \"out\")");
        assertThat(diagnose(null, 511, "<html>").explanation())
                .isEqualTo("the network wants a log-in before it lets anybody through");
    }

    private static Diagnosis diagnose(@Nullable String credential, int status, String body, Headers.Field... headers) {
        return Diagnostician.standard()
                .diagnose(new Answered(
                        Instant.EPOCH,
                        Duration.ZERO,
                        Phases.NONE,
                        new Request("GET", URI.create("https://app.example.com/flags"), credential),
                        status,
                        new Headers(Stream.of(headers).toList()),
                        new Body(body.getBytes(StandardCharsets.UTF_8), false),
                        List.of(),
                        null,
                        null));
    }
}
