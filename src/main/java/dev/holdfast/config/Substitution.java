package dev.holdfast.config;

import dev.holdfast.config.Tree.Scalar;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Replaces `${NAME}`, `${NAME:-default}` and `${file:PATH}` in scalars; `$${` stands for `${`.
final class Substitution {
    private static final Pattern REFERENCE = Pattern.compile("(?<escaped>\\$\\$\\{)|\\$\\{(?<inner>[^}]*)}|\\$\\{");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final String FILE = "file:";
    private static final String ELSE = ":-";

    private final Environment environment;
    private final Set<Path> filesRead;
    private final Problems problems;

    /// @param filesRead to which every file is added that a value refers to
    Substitution(Environment environment, Set<Path> filesRead, Problems problems) {
        this.environment = environment;
        this.filesRead = filesRead;
        this.problems = problems;
    }

    /// `raw` with its references resolved; broken when one could not be, which is told.
    Scalar resolve(String raw, Scalar.Kind kind, Place place) {
        if (!raw.contains("${")) {
            return new Scalar(raw, raw, kind, place);
        }
        var text = new StringBuilder();
        var shown = new StringBuilder();
        var matcher = REFERENCE.matcher(raw);
        boolean whole = true;
        int from = 0;
        for (; matcher.find(from); from = matcher.end()) {
            text.append(raw, from, matcher.start());
            shown.append(raw, from, matcher.start());
            whole &= append(matcher.toMatchResult(), place, text, shown);
        }
        text.append(raw, from, raw.length());
        shown.append(raw, from, raw.length());
        return new Scalar(text.toString(), shown.toString(), whole ? Scalar.Kind.TEXT : Scalar.Kind.BROKEN, place);
    }

    private boolean append(MatchResult reference, Place place, StringBuilder text, StringBuilder shown) {
        if (reference.group("escaped") != null) {
            text.append("${");
            shown.append("${");
            return true;
        }
        var value = value(reference.group("inner"), place);
        value.ifPresent(text::append);
        shown.append(Scalar.MASK);
        return value.isPresent();
    }

    private Optional<String> value(@Nullable String inner, Place place) {
        if (inner == null) {
            problems.add(
                    place, "a \"${\" without its \"}\"", "close it, or write \"$${\" for the characters themselves");
            return Optional.empty();
        }
        return inner.startsWith(FILE) ? file(inner.substring(FILE.length()).strip(), place) : variable(inner, place);
    }

    private Optional<String> variable(String inner, Place place) {
        int otherwise = inner.indexOf(ELSE);
        var name = otherwise < 0 ? inner : inner.substring(0, otherwise);
        if (!NAME.matcher(name).matches()) {
            problems.add(
                    place,
                    "\"${" + inner + "}\" names no environment variable",
                    "write ${NAME}, ${NAME:-default} or ${file:PATH}, or \"$${\" for the characters themselves");
            return Optional.empty();
        }
        var value = environment.variable(name);
        return otherwise < 0
                ? needed(value, name, place)
                : Optional.of(value.filter(set -> !set.isEmpty()).orElse(inner.substring(otherwise + ELSE.length())));
    }

    private Optional<String> needed(Optional<String> value, String name, Place place) {
        if (value.isEmpty()) {
            problems.add(
                    place,
                    "the environment variable " + name + " is not set",
                    "set it, or give a default: ${" + name + ":-default}");
        }
        return value;
    }

    private Optional<String> file(String path, Place place) {
        var file = place.beside(path);
        filesRead.add(file);
        return switch (TextFile.read(file)) {
            case TextFile.Text(var text) -> Optional.of(withoutLastBreak(text));
            case TextFile.Unreadable(var reason, var _) -> {
                problems.add(place, "the file " + file + " " + reason, "write the value into it, or name another");
                yield Optional.empty();
            }
        };
    }

    private static String withoutLastBreak(String text) {
        return text.replaceFirst("\\r?\\n\\z", "");
    }
}
