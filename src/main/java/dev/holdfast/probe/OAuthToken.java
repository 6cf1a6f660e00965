package dev.holdfast.probe;

import dev.holdfast.probe.CredentialSettings.OAuth2;
import dev.holdfast.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A token by the client credentials grant of OAuth 2 (RFC 6749, section 4.4), shared by all monitors that show it:
/// kept until shortly before it expires, asked for by one at a time.
final class OAuthToken implements Credential {
    private static final Duration LIFETIME_UNLESS_TOLD = Duration.ofMinutes(5);
    private static final Duration EARLY = Duration.ofSeconds(30);

    /// For how long a provider that gave no token is not asked again.
    private static final Duration RESPITE = Duration.ofSeconds(5);

    private final OAuth2 settings;
    private final HttpClient client;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private volatile Held held = new Held(new Nothing(), System.nanoTime());

    /// @param until when it has to be asked for again, on the monotonic clock
    private record Held(Proof proof, long until) {
        boolean isFresh() {
            return until - System.nanoTime() > 0;
        }
    }

    /// What is read of the provider's answer.
    private record Answer(
            @Nullable String accessToken, @Nullable Long expiresIn) {}

    OAuthToken(OAuth2 settings, HttpClient client) {
        this.settings = settings;
        this.client = client;
    }

    @Override
    public Proof proof(Deadline deadline) {
        var now = held;
        return now.isFresh() ? now.proof() : renewed(now, deadline.half());
    }

    /// A token that was revoked before its time is replaced; whoever comes second takes what the first one got.
    @Override
    public Proof proofAfter(Proof refused, Deadline deadline) {
        var now = held;
        return now.proof().equals(refused) ? renewed(now, deadline.half()) : now.proof();
    }

    private Proof renewed(Held old, Deadline deadline) {
        try {
            if (!oneAtATime.tryLock(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
                return new Missing(provider() + " gave no token in time");
            }
            try {
                if (held.equals(old)) {
                    held = fetched(deadline);
                }
                return held.proof();
            } finally {
                oneAtATime.unlock();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Missing("Holdfast is stopping");
        }
    }

    private Held fetched(Deadline deadline) throws InterruptedException {
        var asked = client.sendAsync(request(deadline), BodyHandlers.ofInputStream());
        try {
            return answered(asked.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException _) {
            return missing("did not answer in time");
        } catch (ExecutionException _) {
            return missing("cannot be reached");
        } finally {
            asked.cancel(true);
        }
    }

    private Held answered(HttpResponse<InputStream> response) {
        try (var body = response.body()) {
            var text = new String(body.readNBytes(Intake.CAP), StandardCharsets.UTF_8);
            return response.statusCode() == 200 ? token(text) : missing("answered " + response.statusCode());
        } catch (IOException _) {
            return missing("broke off its answer");
        }
    }

    private Held token(String text) {
        try {
            var answer = Json.read(text, Answer.class);
            if (answer.accessToken() == null || answer.accessToken().isBlank()) {
                return missing("answered without a token");
            }
            var line = new Ask.Line("Authorization", "Bearer " + answer.accessToken());
            return new Held(
                    new Header(line), System.nanoTime() + lifetime(answer).toNanos());
        } catch (RuntimeException notJson) {
            return missing("did not answer with JSON");
        }
    }

    private static Duration lifetime(Answer answer) {
        var told = answer.expiresIn() == null ? LIFETIME_UNLESS_TOLD : Duration.ofSeconds(answer.expiresIn());
        var early = told.minus(EARLY);
        return early.isPositive() ? early : told.dividedBy(2);
    }

    private Held missing(String why) {
        return new Held(new Missing(provider() + " " + why), System.nanoTime() + RESPITE.toNanos());
    }

    private String provider() {
        return "the token provider at " + Origin.of(settings.tokenUrl()).authority();
    }

    private HttpRequest request(Deadline deadline) {
        var form = "grant_type=client_credentials"
                + (settings.scope() == null ? "" : "&scope=" + encoded(settings.scope()));
        return HttpRequest.newBuilder(settings.tokenUrl())
                .timeout(deadline.left().plusMillis(1))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .header("User-Agent", Agent.NAME)
                .header(
                        "Authorization",
                        Credential.basic(
                                encoded(settings.clientId()),
                                encoded(settings.clientSecret().reveal())))
                .POST(BodyPublishers.ofString(form))
                .build();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
