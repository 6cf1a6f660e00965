package dev.holdfast.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/// Somebody who asks the site something, over a real socket.
final class Visitor implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final String origin;

    Visitor(Site site) {
        origin = "http://127.0.0.1:" + site.port();
    }

    HttpResponse<String> get(String path, String... headers) throws Exception {
        return ask("GET", path, headers);
    }

    HttpResponse<String> post(String path, String... headers) throws Exception {
        return ask("POST", path, headers);
    }

    HttpResponse<String> tell(String path, String body, String... headers) throws Exception {
        return ask("POST", path, BodyPublishers.ofString(body), headers);
    }

    HttpResponse<String> ask(String method, String path, String... headers) throws Exception {
        return ask(method, path, BodyPublishers.noBody(), headers);
    }

    private HttpResponse<String> ask(String method, String path, BodyPublisher body, String... headers)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create(origin + path)).method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    String origin() {
        return origin;
    }

    @Override
    public void close() {
        client.close();
    }
}
