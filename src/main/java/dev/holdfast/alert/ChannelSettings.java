package dev.holdfast.alert;

import dev.holdfast.secret.Secret;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How to reach one channel.
public sealed interface ChannelSettings {

    /// A receiver of Standard Webhooks, or of Alertmanager's webhook version 4.
    ///
    /// @param url may carry a key, so it is secret
    /// @param secret `whsec_` and Base64, or any text; null to send no signature
    record Webhook(Secret url, @Nullable Secret secret, Format format, Map<String, Secret> headers)
            implements ChannelSettings {

        /// The shape of the body.
        public enum Format {
            STANDARD,
            ALERTMANAGER
        }
    }

    /// Prometheus Alertmanagers, all of which are told.
    record Alertmanager(
            List<URI> urls,
            Map<String, String> labels,
            @Nullable Secret authorization) implements ChannelSettings {}
}
