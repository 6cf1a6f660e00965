package dev.holdfast.cli;

import dev.holdfast.diagnosis.Explained;
import dev.holdfast.diagnosis.Tried;
import dev.holdfast.diagnosis.Tried.Came;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/// Every signature that was tried, the nearest first: the one that won, those that were found and lost, those of which
/// there were some words, and the names of the rest by family.
final class Trials {
    private Trials() {}

    /// Those that were found, and why the one that won did.
    static void found(Explained explained, Lines lines) {
        var won = came(explained.tried(), Came.WON);
        won.forEach(one -> lines.add("won", one.signature() + ": " + one.why()));
        if (won.isEmpty() && explained.diagnosis().signature() != null) {
            lines.add("won", explained.diagnosis().signature() + ": the body names what fails");
        }
        came(explained.tried(), Came.LOST).forEach(one -> lines.add("lost", one.signature() + ": " + one.why()));
    }

    /// Those that were not.
    static void rest(List<Tried> tried, Lines lines) {
        if (tried.isEmpty()) {
            lines.add("tried", "no signature: there is no text that may speak of a failure");
            return;
        }
        names("near", came(tried, Came.NEAR), "with only some of their words there", lines);
        names("tried", came(tried, Came.ABSENT), "with nothing there", lines);
    }

    private static List<Tried> came(List<Tried> tried, Came how) {
        return tried.stream().filter(one -> one.came() == how).toList();
    }

    private static void names(String about, List<Tried> some, String how, Lines lines) {
        if (!some.isEmpty()) {
            lines.add(about, some.size() + " " + how + ":");
            lines.add(about, families(some));
        }
    }

    /// Such as `mysql.(table_missing column_missing) sqlite.table_missing`.
    private static String families(List<Tried> some) {
        var families = some.stream()
                .map(Tried::signature)
                .collect(Collectors.groupingBy(Trials::family, LinkedHashMap::new, Collectors.toList()));
        return families.entrySet().stream()
                .map(family -> family(family.getKey(), family.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static String family(String family, List<String> names) {
        return names.size() == 1
                ? names.getFirst()
                : family + ".("
                        + names.stream()
                                .map(name -> name.substring(Math.min(name.length(), family.length() + 1)))
                                .collect(Collectors.joining(" "))
                        + ")";
    }

    private static String family(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
