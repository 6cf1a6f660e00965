package dev.holdfast.incident;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Some of the monitors: those that are of every kind that is given.
///
/// @param monitors names, in which `*` stands for any characters; empty for any
/// @param groups groups likewise
/// @param labels labels and their values likewise
public record Selection(List<String> monitors, List<String> groups, Map<String, String> labels) {

    /// All monitors.
    public static final Selection EVERYTHING = new Selection(List.of(), List.of(), Map.of());

    public Selection {
        monitors = List.copyOf(monitors);
        groups = List.copyOf(groups);
        labels = Map.copyOf(labels);
    }

    /// Whether nothing narrows it down.
    public boolean isEverything() {
        return equals(EVERYTHING);
    }

    /// Whether `subject` is one of them.
    public boolean has(Subject subject) {
        return isAny(monitors, subject.monitor().name())
                && isAny(groups, subject.group())
                && labels.entrySet().stream()
                        .allMatch(label -> subject.labels().containsKey(label.getKey())
                                && matches(label.getValue(), subject.labels().get(label.getKey())));
    }

    private static boolean isAny(List<String> patterns, String value) {
        return patterns.isEmpty() || patterns.stream().anyMatch(pattern -> matches(pattern, value));
    }

    /// Whether `value` is as `pattern` says, in which `*` stands for any characters.
    public static boolean matches(String pattern, String value) {
        var parts = Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.matches(parts, value);
    }

    /// For people, such as `group admin, label team=payments`.
    @Override
    public String toString() {
        var parts = Stream.of(
                        named("monitor", monitors),
                        named("group", groups),
                        named(
                                "label",
                                labels.entrySet().stream()
                                        .map(label -> label.getKey() + "=" + label.getValue())
                                        .sorted()
                                        .toList()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return parts.isEmpty() ? "everything" : parts;
    }

    private static String named(String kind, List<String> names) {
        return names.isEmpty() ? "" : kind + " " + String.join(" or ", names);
    }
}
