package dev.holdfast.verdict;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A set of HTTP statuses as people write it: `401`, `2xx`, `200-299`, or several of these.
public record StatusSet(List<Range> ranges) {

    /// Every 2xx.
    public static final StatusSet SUCCESS = new StatusSet(List.of(new Range(200, 299)));
    /// No status at all.
    public static final StatusSet NONE = new StatusSet(List.of());

    private static final Pattern ONE = Pattern.compile("[1-9][0-9]{2}");
    private static final Pattern CLASS = Pattern.compile("[1-9][xX]{2}");
    private static final Pattern SPAN = Pattern.compile("([1-9][0-9]{2})\\s*-\\s*([1-9][0-9]{2})");

    /// Statuses from `first` to `last`, both included.
    public record Range(int first, int last) {
        boolean contains(int status) {
            return first <= status && status <= last;
        }

        @Override
        public String toString() {
            if (first == last) {
                return Integer.toString(first);
            }
            return first % 100 == 0 && last == first + 99 ? first / 100 + "xx" : first + "-" + last;
        }
    }

    public StatusSet {
        ranges = List.copyOf(ranges);
    }

    /// Reads one range; empty when `text` is none of the three forms.
    public static Optional<Range> parse(String text) {
        var trimmed = text.strip();
        if (ONE.matcher(trimmed).matches()) {
            return Optional.of(new Range(Integer.parseInt(trimmed), Integer.parseInt(trimmed)));
        }
        if (CLASS.matcher(trimmed).matches()) {
            int first = (trimmed.charAt(0) - '0') * 100;
            return Optional.of(new Range(first, first + 99));
        }
        var span = SPAN.matcher(trimmed);
        return span.matches()
                ? Optional.of(new Range(Integer.parseInt(span.group(1)), Integer.parseInt(span.group(2))))
                        .filter(range -> range.first() <= range.last())
                : Optional.empty();
    }

    /// Whether `status` is one of these.
    public boolean contains(int status) {
        return ranges.stream().anyMatch(range -> range.contains(status));
    }

    /// Whether the set names nothing.
    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    @Override
    public String toString() {
        return ranges.stream().map(Range::toString).collect(Collectors.joining(" or "));
    }
}
