package dev.holdfast.metrics;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The text formats a scraper can ask for.
enum Format {
    TEXT("text/plain", "text/plain; version=0.0.4; charset=utf-8"),
    OPENMETRICS("application/openmetrics-text", "application/openmetrics-text; version=1.0.0; charset=utf-8");

    private final String media;
    private final String contentType;

    Format(String media, String contentType) {
        this.media = media;
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }

    /// OpenMetrics for whom would rather have it, plain text for everybody else: a person's browser, a scraper that
    /// asks for what is not spoken here, and one that asks for nothing.
    static Format preferredBy(@Nullable String accept) {
        if (accept == null) {
            return TEXT;
        }
        var openMetrics = OPENMETRICS.weightIn(accept);
        return openMetrics > 0 && openMetrics >= TEXT.weightIn(accept) ? OPENMETRICS : TEXT;
    }

    private double weightIn(String accept) {
        double best = 0;
        for (var range : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
            var parts = range.split(";", -1);
            if (parts[0].strip().equals(media)) {
                best = Math.max(best, weight(parts));
            }
        }
        return best;
    }

    private static double weight(String[] parts) {
        for (var part : parts) {
            if (part.strip().startsWith("q=")) {
                return number(part.strip().substring(2));
            }
        }
        return 1;
    }

    private static double number(String weight) {
        try {
            return Double.parseDouble(weight);
        } catch (NumberFormatException malformed) {
            return 0;
        }
    }
}
