package dev.holdfast.alert;

import dev.holdfast.incident.Notice;
import dev.holdfast.secret.Secret;
import dev.holdfast.wire.Json;
import dev.holdfast.wire.NoticeJson;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A receiver of Standard Webhooks, or of Alertmanager's webhook version 4.
public final class Webhook implements Channel {

    /// The shape of the body.
    public enum Format {
        STANDARD,
        ALERTMANAGER
    }

    /// Where it is, and what it wants to see.
    ///
    /// @param url may carry a key, so it is secret
    /// @param secret `whsec_` and Base64, or any text; null to send no signature
    public record Settings(Secret url, @Nullable Secret secret, Format format, Map<String, Secret> headers)
            implements ChannelSettings {
        public Settings {
            headers = Map.copyOf(headers);
            Http.url(url);
            Http.check(headers);
            if (secret != null) {
                new Signature(secret);
            }
        }

        @Override
        public Channel open(String name, Outside outside) {
            return new Webhook(this, outside);
        }
    }

    private final Settings settings;
    private final Outside outside;
    private final URI url;
    private final Optional<Signature> signature;

    private Webhook(Settings settings, Outside outside) {
        this.settings = settings;
        this.outside = outside;
        this.url = Http.url(settings.url());
        this.signature = Optional.ofNullable(settings.secret()).map(Signature::new);
    }

    @Override
    public Delivery deliver(Notice notice) {
        var now = outside.now();
        var body = Json.write(
                switch (settings.format()) {
                    case STANDARD -> NoticeJson.of(notice);
                    case ALERTMANAGER -> AlertGroup.of(notice, outside.home());
                });
        return outside.http().post(url, headers(notice.id(), now, body), body).delivery(now);
    }

    private Map<String, String> headers(String id, Instant now, String body) {
        var headers = new LinkedHashMap<String, String>();
        settings.headers().forEach((name, value) -> headers.put(name, value.reveal()));
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", "" + now.getEpochSecond());
        signature.ifPresent(one -> headers.put("webhook-signature", one.of(id, now, body)));
        return headers;
    }
}
