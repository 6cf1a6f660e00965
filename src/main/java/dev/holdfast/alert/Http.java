package dev.holdfast.alert;

import dev.holdfast.incident.Notice;
import dev.holdfast.secret.Secret;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/// Requests to receivers: no redirect is followed, no answer is read beyond a cap, and one deadline is over all of it.
final class Http implements AutoCloseable {
    private final HttpClient client;
    private final Duration deadline;

    Http(Duration deadline, SSLContext tls) {
        this.deadline = deadline;
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .sslContext(tls)
                .build();
    }

    /// Posts `json`, once.
    Reply post(URI url, Map<String, String> headers, String json) {
        return send("POST", url, headers, json);
    }

    /// Sends `json` with `method`, once.
    Reply send(String method, URI url, Map<String, String> headers, String json) {
        var request = HttpRequest.newBuilder(url)
                .version(isPlain(url) ? HttpClient.Version.HTTP_1_1 : HttpClient.Version.HTTP_2)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Holdfast")
                .method(method, BodyPublishers.ofString(json));
        headers.forEach(request::setHeader);
        return send(request.build());
    }

    private Reply send(HttpRequest request) {
        var exchange = client.sendAsync(request, _ -> new CappedBody());
        try {
            return answer(request.uri(), exchange.get(deadline.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
            return Reply.silence(deadline);
        } catch (ExecutionException e) {
            return Reply.silence(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Reply.silence("stopped before an answer came");
        } finally {
            exchange.cancel(true); // only this closes an exchange that has not ended
        }
    }

    /// Many a server repeats the path it does not know, and a path may be a key.
    private static Reply answer(URI url, HttpResponse<String> response) {
        var path = url.getRawPath();
        var body = path.length() > 1 ? response.body().replace(path, "***") : response.body();
        return new Reply.Answer(response.statusCode(), response.headers(), body);
    }

    private static boolean isPlain(URI url) {
        return url.getScheme().equalsIgnoreCase("http");
    }

    /// The header that tells receivers, and what stands before them, that a notification comes again.
    static Map<String, String> idempotent(Notice notice) {
        return Map.of("Idempotency-Key", notice.id());
    }

    /// `path` below `url`.
    static URI below(URI url, String path) {
        return URI.create(url.toString().replaceAll("/+$", "") + "/" + path);
    }

    /// `url` as a URI that can be sent to.
    ///
    /// @throws IllegalArgumentException when it cannot; the message does not repeat it, as it may hold a key
    static URI url(Secret url) {
        try {
            return checked(new URI(url.reveal()));
        } catch (java.net.URISyntaxException _) {
            throw new IllegalArgumentException("the url is not a URL: write https://host/path");
        }
    }

    /// `url`, when it can be sent to.
    static URI checked(URI url) {
        var scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (url.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw new IllegalArgumentException("the url is not an http or https URL: write https://host/path");
        }
        return url;
    }

    /// Refuses headers that can never be sent.
    static void check(Map<String, Secret> headers) {
        headers.forEach((name, value) -> {
            try {
                HttpRequest.newBuilder().header(name, value.reveal());
            } catch (IllegalArgumentException _) { // its message repeats the value
                throw new IllegalArgumentException(
                        "the header " + name + " cannot be sent: remove it or mend its value");
            }
        });
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
