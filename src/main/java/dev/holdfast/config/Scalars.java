package dev.holdfast.config;

import dev.holdfast.config.Tree.Scalar;
import dev.holdfast.secret.Secret;
import dev.holdfast.web.Spans;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// The kinds of single values.
final class Scalars {
    static final Shape<String> TEXT = scalar("a text", Schemas.text(), Optional::of, "");

    static final Shape<Boolean> BOOLEAN =
            scalar("true or false", Schemas.of("boolean"), Scalars::bool, "write true or false");

    static final Shape<BigDecimal> NUMBER =
            scalar("a number", Schemas.of("number"), Numbers::decimal, "write digits, such as 925000 or 0.5");

    static final Shape<Duration> DURATION = scalar(
            "a duration", Schemas.pattern(Spans.PATTERN), Spans::read, "write it such as 500ms, 30s, 5m, 1h or 7d");

    static final Shape<Instant> TIME = scalar(
            "a time", Schemas.of("string"), Times::instant, "write it with its zone, such as 2025-09-18T14:00:00Z");

    /// Never shown, be it substituted or not.
    static final Shape<Secret> SECRET = new SecretShape();

    private Scalars() {}

    /// @param words what it is, such as `a duration`
    /// @param remedy how to write it
    static <T> Shape<T> scalar(
            String words, Map<String, Object> schema, Function<String, Optional<T>> parser, String remedy) {
        return new ScalarShape<>(words, schema, scalar -> parser.apply(scalar.text()), _ -> remedy);
    }

    static Shape<Integer> integer(int least, int most) {
        var words = "a whole number from " + least + " to " + most;
        return scalar(words, Schemas.integer(least, most), text -> Numbers.whole(text, least, most), "");
    }

    /// One of the constants of `type`, in lower case.
    static <E extends Enum<E>> Shape<E> word(Class<E> type) {
        return word(Stream.of(type.getEnumConstants()).toList());
    }

    static <E extends Enum<E>> Shape<E> word(List<E> constants) {
        var words = new LinkedHashMap<String, E>();
        constants.forEach(constant -> words.put(constant.name().toLowerCase(Locale.ROOT), constant));
        return word(words);
    }

    /// One of these words.
    static <E> Shape<E> word(SequencedMap<String, E> words) {
        var names = List.copyOf(words.keySet());
        return new ScalarShape<>(
                "one of " + String.join(", ", names),
                Schemas.words(names),
                scalar -> Optional.ofNullable(words.get(scalar.text())),
                scalar -> meant(scalar.text(), names));
    }

    private static String meant(String written, Collection<String> names) {
        return Nearest.to(written, names)
                .map(name -> "did you mean \"" + name + "\"?")
                .orElse("");
    }

    /// A file that can be read; a relative path starts at the folder of the configuration file.
    static final Shape<Path> FILE = new ScalarShape<>(
                    "the path of a file",
                    Schemas.of("string"),
                    scalar -> Optional.of(scalar.place().beside(scalar.text())),
                    _ -> "")
            .where(Scalars::readable);

    private static Optional<Complaint> readable(Path file) {
        return switch (TextFile.read(file)) {
            case TextFile.Text _ -> Optional.empty();
            case TextFile.Unreadable(var reason, var _) ->
                Optional.of(
                        new Complaint("the file " + reason, "a relative path starts at the configuration's folder"));
        };
    }

    private static Optional<Boolean> bool(String text) {
        return switch (text) {
            case "true", "True", "TRUE" -> Optional.of(true);
            case "false", "False", "FALSE" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private record SecretShape() implements Shape<Secret> {
        private static final Shape<Secret> READER =
                scalar("a secret text", Schemas.text(), text -> Optional.of(new Secret(text)), "");

        @Override
        public Optional<Secret> read(Tree tree, Problems problems) {
            return READER.read(tree, problems);
        }

        @Override
        public Map<String, Object> schema() {
            return READER.schema();
        }

        @Override
        public String words() {
            return READER.words();
        }

        @Override
        public Tree show(Tree tree) {
            return tree instanceof Scalar scalar ? scalar.masked() : tree;
        }
    }
}
