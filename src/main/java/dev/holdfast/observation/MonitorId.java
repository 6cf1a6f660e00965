package dev.holdfast.observation;

import java.util.regex.Pattern;

/// The name of a monitor: its identity in configuration, store, metrics, pages and messages.
///
/// @param name letters, digits and `_ . -`, at most 100 characters, so that it stands unescaped in a URL and a metric
/// label
public record MonitorId(String name) implements Comparable<MonitorId> {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}");

    public MonitorId {
        if (!isValid(name)) {
            throw new IllegalArgumentException("not a monitor name: " + name);
        }
    }

    /// Whether `name` may name a monitor.
    public static boolean isValid(String name) {
        return NAME.matcher(name).matches();
    }

    @Override
    public int compareTo(MonitorId other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
