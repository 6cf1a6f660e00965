package dev.holdfast.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.observation.Answered;
import dev.holdfast.observation.Answered.Hop;
import dev.holdfast.observation.Body;
import dev.holdfast.observation.Headers;
import dev.holdfast.observation.Phases;
import dev.holdfast.observation.Request;
import dev.holdfast.observation.Trouble;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://a.example/health | /health/ | to the same path with a slash at the end (the framework's slash redirect)",
                "https://a.example/health/?x=1 | /health?x=1 | to the same path without the slash at the end (the framework's slash redirect)",
                "https://a.example/auth/flags | /auth/flags/ | to the same path with a slash at the end (the framework's slash redirect)",
                "https://a.example/health | http://a.example/health | to the same path over plain http (a proxy in front hides that it was https)",
                "https://a.example/health | http://a.example/health/ | to the same path with a slash at the end over plain http (a proxy in front hides that it was https)",
                "https://a.example/health | http://a.example/other | from https to plain http: http://a.example/other",
                "http://a.example/health | https://a.example/health | to https",
                "http://a.example:8080/health | https://a.example:8443/health | to https",
                "http://a.example/health | https://a.example/health/ | to https and the same path with a slash at the end",
                "http://a.example/health | https://a.example/app | to https and another path: https://a.example/app",
                "https://a.example/flags | /login | to a sign-in page: https://a.example/login",
                "https://a.example/flags | /accounts/login/?next=/flags | to a sign-in page: https://a.example/accounts/login/",
                "https://a.example/flags | /Account/LogOn?ReturnUrl=%2Fflags | to a sign-in page: https://a.example/Account/LogOn",
                "https://a.example/flags | /start?rd=%2Fflags | to a sign-in page: https://a.example/start",
                "https://a.example/flags | https://login.microsoftonline.com/common/x?client_id=1 | to a sign-in page: https://login.microsoftonline.com/common/x",
                "https://a.example/flags | https://dev-1.okta.com/app | to a sign-in page: https://dev-1.okta.com/app",
                "https://a.example/flags | https://sso.corp.example/realms/x/protocol/openid-connect/auth | to a sign-in page: https://sso.corp.example/realms/x/protocol/openid-connect/auth",
                "https://login.a.example/health | /healthz | to https://login.a.example/healthz",
                "https://a.example/flags | /flags?next=2 | to the same path with another query",
                "https://a.example/flags | ?page=2 | to the same path with another query",
                "https://a.example/flags | https://www.a.example/flags | to the host with www in front: https://www.a.example/flags",
                "https://www.a.example/flags | https://a.example/flags | to the host without www: https://a.example/flags",
                "https://a.example/flags | //b_1.example/flags | to another host: https://b_1.example/flags",
                "https://a.example/flags | https://a.example:8443/flags | to another port: https://a.example:8443/flags",
                "https://a.example/flags | https://A.example:443/flags | to itself",
                "https://a.example | / | to itself",
                "https://a.example/flags | /en/flags | to the same path for a language: https://a.example/en/flags",
                "https://a.example/de/flags | /en/flags | to the same path for a language: https://a.example/en/flags",
                "https://a.example/Flags | /flags | to the same path in other capitals: https://a.example/flags",
                "https://a.example/v1/flags | /v2/flags | to https://a.example/v2/flags",
                "https://a.example/flags | /a b;jsessionid=12AB?x | to https://a.example/a%20b",
                "https://a.example/flags | https://jane:pw1@b.example/x?token=abc | to another host: https://b.example/x",
                "https://a.example/flags | myapp://open?token=abc | to an address that is not of the web: myapp:",
                "https://a.example/flags | https:// | to an address that cannot be read",
                "https://a.example/flags | http://[bad/ | to an address that cannot be read",
                "https://a.example/flags | '' | without saying where to",
            })
    void oneSentenceSaysWhatDiffers(URI asked, String location, String sentence) {
        assertThat(said(asked, 302, location)).isEqualTo("redirects " + sentence);
    }

    @Test
    void withoutALocationThereIsNowhereToGo() {
        assertThat(said(URI.create("https://a.example/x"), 301, null)).isEqualTo("redirects without saying where to");
    }

    @Test
    void notEvery3xxIsARedirect() {
        var asked = URI.create("https://a.example/x");

        assertThat(said(asked, 304, null)).isEqualTo("says that nothing has changed since an earlier request (304)");
        assertThat(said(asked, 300, null)).isEqualTo("offers several addresses to choose from (300)");
        assertThat(said(asked, 300, "https://b.example/x?a=1"))
                .isEqualTo("offers several addresses to choose from (300), first of all https://b.example/x");
    }

    @Test
    void whoKnowsNothingOfTheRequestStillSeesWhereItLeads() {
        var diagnosis = Diagnostician.standard()
                .diagnose(Pasted.of(302, Map.of("location", "https://id.example/login?next=/x"), ""));

        assertThat(diagnosis.explanation()).isEqualTo("redirects to a sign-in page: https://id.example/login");
    }

    @Test
    void aCircleIsShown() {
        var loop =
                answered("https://a.example/b", 302, Map.of("location", "/a"), hops("/a"), Trouble.Kind.REDIRECT_LOOP);
        var diagnosis = Diagnostician.standard().diagnose(loop);

        assertThat(diagnosis.cause()).isEqualTo(Cause.REDIRECT_LOOP);
        assertThat(diagnosis.explanation()).isEqualTo("the particulars: /a → /b");

        var back = answered("https://a.example/b", 302, Map.of("location", "/a"), hops("/a"), null);
        assertThat(Diagnostician.standard().diagnose(back).explanation())
                .isEqualTo("redirects back to https://a.example/a, which had redirected here");
    }

    @Test
    void ofManyHopsTheFirstAreShown() {
        var many = answered(
                "https://a.example/f",
                302,
                Map.of("location", "/g"),
                hops("/a", "/b", "/c", "/d", "/e"),
                Trouble.Kind.TOO_MANY_REDIRECTS);

        assertThat(Diagnostician.standard().diagnose(many).explanation())
                .isEqualTo("the particulars: /a → /b → /c → /d → and 2 more");
    }

    @Test
    void anAnswerOfASignInPageIsNoAnswerOfTheEndpoint() {
        var end = answered("https://a.example/login?next=/flags", 200, Map.of(), hops("/flags"), null);

        assertThat(Diagnostician.standard().diagnose(end).explanation())
                .isEqualTo("answers 200 on a sign-in page it was redirected to: https://a.example/login");
    }

    private static String said(URI asked, int status, @Nullable String location) {
        Map<String, String> headers = location == null ? Map.of() : Map.of("location", location);
        return Diagnostician.standard()
                .diagnose(Seen.answered(asked, status, headers, new byte[0]))
                .explanation();
    }

    private static List<Hop> hops(String... paths) {
        return List.of(paths).stream()
                .map(path -> new Hop(302, URI.create("https://a.example" + path), "/next?secret=1"))
                .toList();
    }

    private static Answered answered(
            String asked, int status, Map<String, String> headers, List<Hop> hops, Trouble.@Nullable Kind broken) {
        return new Answered(
                Instant.EPOCH,
                Duration.ZERO,
                Phases.NONE,
                new Request("GET", URI.create(asked), null),
                status,
                new Headers(headers.entrySet().stream()
                        .map(entry -> new Headers.Field(entry.getKey(), entry.getValue()))
                        .toList()),
                Body.EMPTY,
                hops,
                null,
                broken == null ? null : new Trouble(broken, "the particulars"));
    }
}
