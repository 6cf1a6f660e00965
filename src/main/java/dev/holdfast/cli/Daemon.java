package dev.holdfast.cli;

import dev.holdfast.secret.Secret;
import dev.holdfast.wire.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A running daemon, asked over its API. Whatever it does not do ends the command with a message that names the remedy.
final class Daemon {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String GIVE_ANOTHER = "name another with --url or HOLDFAST_URL";

    private final String url;
    private final Optional<Secret> token;

    /// @param url without a slash at its end
    Daemon(String url, Optional<Secret> token) {
        this.url = url;
        this.token = token;
    }

    /// The part of an error's body that is for people.
    private record Problem(@Nullable String detail) {}

    /// What it answers to a question, as it is.
    String get(String path) throws InterruptedException {
        return ask(request(path).GET().build());
    }

    <T> T get(String path, Class<T> type) throws InterruptedException {
        return Json.read(get(path), type);
    }

    /// What it answers when it is told `body`.
    <T> T post(String path, Object body, Class<T> type) throws InterruptedException {
        var request = request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.write(body)))
                .build();
        return Json.read(ask(request), type);
    }

    /// `name` as a part of a path.
    static String part(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpRequest.Builder request(String path) {
        var request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE).header("Accept", "application/json");
        token.ifPresent(secret ->
                request.header("Authorization", "Bearer " + secret.reveal().strip()));
        return request;
    }

    private String ask(HttpRequest request) throws InterruptedException {
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            return answer(client.send(request, BodyHandlers.ofString()));
        } catch (ConnectException nobody) {
            throw Refusal.couldNotAsk(
                    "Nobody listens at " + url + ". Start the daemon with ./holdfast run, or " + GIVE_ANOTHER + ".");
        } catch (HttpTimeoutException late) {
            throw Refusal.couldNotAsk(url + " did not answer within " + PATIENCE.toSeconds()
                    + " s. Is that the daemon, and is it well? Else " + GIVE_ANOTHER + ".");
        } catch (IOException failed) {
            throw Refusal.couldNotAsk("Asking " + url + " failed: " + failed.getMessage() + ". If that is not the"
                    + " daemon, " + GIVE_ANOTHER + ".");
        }
    }

    private String answer(HttpResponse<String> answer) {
        var type = answer.headers().firstValue("content-type").orElse("");
        if (answer.statusCode() < 300 && type.startsWith("application/json")) {
            return answer.body();
        }
        if (!type.startsWith("application/problem+json") || answer.statusCode() >= 500) {
            throw Refusal.couldNotAsk(url + " answered " + answer.statusCode()
                    + ", not as Holdfast does when it is well." + " If that is another program, " + GIVE_ANOTHER
                    + "; else the daemon's log has the reason.");
        }
        throw Refusal.usage(refused(answer.statusCode(), detail(answer.body())));
    }

    private static String detail(String body) {
        return Optional.ofNullable(Json.read(body, Problem.class).detail()).orElse("");
    }

    private String refused(int status, String detail) {
        return switch (status) {
            case 401 ->
                "The admin token is " + (token.isPresent() ? "not the right one" : "missing")
                        + ": give web.admin_token of the daemon at " + url + " with --token or HOLDFAST_ADMIN_TOKEN.";
            case 403 ->
                "The daemon at " + url + " refuses: " + detail + ". Then give the token with --token or"
                        + " HOLDFAST_ADMIN_TOKEN.";
            default -> "The daemon at " + url + " refuses: " + detail;
        };
    }
}
