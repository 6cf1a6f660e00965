package dev.holdfast.metrics;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// Families written one after the other in one of the text formats.
final class Exposition {
    private static final String TOTAL = "_total";

    private final StringBuilder out = new StringBuilder(64 * 1024);
    private final Format format;

    Exposition(Format format) {
        this.format = format;
    }

    /// Writes `family` for each of `all`, whose labels `labels` gives.
    <T> void write(Family<T> family, List<T> all, Function<T, String> labels) {
        head(family);
        var line = new Line(out, family.name());
        for (var one : all) {
            line.about(labels.apply(one));
            family.samples().of(one, line);
        }
    }

    /// Everything written so far, and then `rest`, which ends the page.
    String followedBy(String rest) {
        return out.append(rest).toString();
    }

    private void head(Family<?> family) {
        var name = family.name();
        // OpenMetrics names the family of a counter without the suffix of its series.
        if (format == Format.OPENMETRICS && family.type() == Family.Type.COUNTER) {
            name = name.substring(0, name.length() - TOTAL.length());
        }
        var type = family.type().name().toLowerCase(Locale.ROOT);
        out.append("# HELP ").append(name).append(' ').append(family.help()).append('\n');
        out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }
}
