package dev.holdfast.metrics;

import java.time.Duration;
import java.time.Instant;

/// Where the samples of one family are added, for one thing at a time.
///
/// Written by hand and not by a client library's snapshots: a page of 10,000 monitors takes 8 ms this way and half a
/// second that way (docs/decisions/0040-metrics-from-the-live-monitors.md).
final class Line {
    private static final long EXACT = 1L << 53;

    private final StringBuilder out;
    private final String name;
    private String labels = "";

    Line(StringBuilder out, String name) {
        this.out = out;
        this.name = name;
    }

    /// The samples that follow have these labels, and maybe more.
    void about(String ready) {
        labels = ready;
    }

    void add(double value) {
        out.append(name);
        if (!labels.isEmpty()) {
            out.append('{').append(labels).append('}');
        }
        end(value);
    }

    void add(String label, String labelValue, double value) {
        out.append(name).append('{').append(labels);
        if (!labels.isEmpty()) {
            out.append(',');
        }
        out.append(label(label, labelValue)).append('}');
        end(value);
    }

    void add(boolean value) {
        add(value ? 1 : 0);
    }

    void add(Duration duration) {
        add(seconds(duration));
    }

    void add(Instant time) {
        add(seconds(time));
    }

    static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    static double seconds(Instant time) {
        return time.toEpochMilli() / 1e3;
    }

    /// `name="value"` with what has a meaning inside the quotes escaped.
    static String label(String name, String value) {
        return name + "=\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    private void end(double value) {
        out.append(' ');
        if (value == Math.rint(value) && Math.abs(value) < EXACT) {
            out.append((long) value);
        } else {
            out.append(value);
        }
        out.append('\n');
    }
}
