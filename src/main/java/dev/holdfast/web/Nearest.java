package dev.holdfast.web;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What a person who mistyped a name may have meant.
final class Nearest {
    private static final int SUGGESTIONS = 3;

    private Nearest() {}

    /// The names nearest to `name`, nearest first; empty when none is near.
    static List<String> to(String name, Stream<String> names) {
        var tolerance = Math.max(2, name.length() / 3);
        record Candidate(String name, int distance) {}
        return names.map(known -> new Candidate(known, distance(name, known)))
                .filter(candidate ->
                        candidate.distance() <= tolerance || candidate.name().startsWith(name))
                .sorted(Comparator.comparingInt(Candidate::distance))
                .limit(SUGGESTIONS)
                .map(Candidate::name)
                .toList();
    }

    /// The end of a sentence that says what to do about `name`: the names that were perhaps meant, or else `otherwise`.
    static String remedy(String name, Stream<String> names, String otherwise) {
        var near = to(name, names);
        return "; " + (near.isEmpty() ? otherwise : "did you mean " + String.join(" or ", near) + "?");
    }

    /// How many letters have to be added, removed or replaced.
    private static int distance(String from, String to) {
        var previous = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            previous = nextRow(from.charAt(row - 1), row, to, previous);
        }
        return previous[to.length()];
    }

    private static int[] nextRow(char letter, int row, String to, int[] previous) {
        var next = new int[to.length() + 1];
        next[0] = row;
        for (int column = 1; column <= to.length(); column++) {
            var replaced = previous[column - 1] + (letter == to.charAt(column - 1) ? 0 : 1);
            next[column] = Math.min(replaced, 1 + Math.min(previous[column], next[column - 1]));
        }
        return next;
    }
}
