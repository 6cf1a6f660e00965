package dev.holdfast.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Finds the word that was probably meant.
final class Nearest {
    private static final int MOST_LISTED = 50;

    private Nearest() {}

    /// The word among `known` that is `written` but for a slip or two.
    static Optional<String> to(String written, Collection<String> known) {
        int most = Math.max(1, written.length() / 3);
        return known.stream()
                .filter(word -> distance(plain(written), plain(word)) <= most)
                .min(Comparator.comparingInt(word -> distance(plain(written), plain(word))));
    }

    /// A remedy: the word that was meant, or all there are.
    static String remedy(String written, Collection<String> known) {
        return to(written, known)
                .map(word -> "did you mean \"" + word + "\"?")
                .orElseGet(() -> "known here: " + listed(known));
    }

    /// The same, or `none` when there are none.
    static String remedy(String written, Collection<String> known, String none) {
        return known.isEmpty() ? none : remedy(written, known);
    }

    private static String listed(Collection<String> words) {
        return words.stream().limit(MOST_LISTED).collect(Collectors.joining(", "))
                + (words.size() > MOST_LISTED ? ", ... (" + words.size() + " in all)" : "");
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    }

    /// How many letters were left out, put in, changed or swapped with their neighbour.
    static int distance(String one, String other) {
        var before = new int[other.length() + 1];
        var last = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            last[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            var current = new int[other.length() + 1];
            current[0] = row;
            for (int column = 1; column <= other.length(); column++) {
                int change = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
                current[column] = Math.min(Math.min(current[column - 1], last[column]) + 1, last[column - 1] + change);
                if (row > 1 && column > 1 && swapped(one, row, other, column)) {
                    current[column] = Math.min(current[column], before[column - 2] + 1);
                }
            }
            before = last;
            last = current;
        }
        return last[other.length()];
    }

    private static boolean swapped(String one, int row, String other, int column) {
        return one.charAt(row - 1) == other.charAt(column - 2) && one.charAt(row - 2) == other.charAt(column - 1);
    }
}
