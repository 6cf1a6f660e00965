package dev.holdfast.config;

import com.google.re2j.PatternSyntaxException;
import dev.holdfast.verdict.Assertion;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// What has to hold for a value in a response.
final class AssertionShape {
    private static final Map<String, Assertion> WORDS = Map.of(
            "not_empty", new Assertion.NotEmpty(),
            "empty", new Assertion.Empty(),
            "present", new Assertion.Present(),
            "absent", new Assertion.Absent());
    private static final String SHORT = "not_empty, empty, present, absent, or a comparison";

    private static final Shape<Assertion> CONTAINED = value("a text it contains", Assertion.Contains::new);
    private static final Section<Assertion> COMPARISON = comparison();

    /// For a header or a part of a JSON body: a value by itself must be equal.
    static final Shape<Assertion> VALUE =
            new Forms<>(value("the value", Assertion.Equal::new), COMPARISON, null, "the value, " + SHORT);

    /// For a text: a value by itself must be contained.
    static final Shape<List<Assertion>> TEXT = new Forms<>(
            CONTAINED.as(List::of),
            COMPARISON.as(List::of),
            ListShape.of(new Forms<>(CONTAINED, COMPARISON, null, "a text it contains, " + SHORT), "a list"),
            "a text it contains, " + SHORT + ", or a list of these");

    private AssertionShape() {}

    private static Shape<Assertion> value(String words, Function<String, Assertion> otherwise) {
        return Scalars.scalar(words, Schemas.text(), Optional::of, "")
                .as(text -> Objects.requireNonNullElseGet(WORDS.get(text), () -> otherwise.apply(text)));
    }

    private static Section<Assertion> comparison() {
        return Section.of("comparison", keys -> {
            keys.exactlyOne();
            var comparisons = List.<Key<Assertion>>of(
                    keys.optional("equals", Scalars.TEXT.as(Assertion.Equal::new), "It is exactly this."),
                    keys.optional("contains", Scalars.TEXT.as(Assertion.Contains::new), "It contains this text."),
                    keys.optional("lacks", Scalars.TEXT.as(Assertion.Lacks::new), "It does not contain this text."),
                    keys.optional("matches", pattern(), "Some part of it matches this RE2 pattern."),
                    keys.optional(
                            "at_least", Scalars.NUMBER.as(Assertion.AtLeast::new), "It is a number, this or more."),
                    keys.optional(
                            "at_most", Scalars.NUMBER.as(Assertion.AtMost::new), "It is a number, this or less."));
            return given ->
                    comparisons.stream().flatMap(given::stream).findFirst().orElseThrow();
        });
    }

    private static Shape<Assertion> pattern() {
        return Scalars.scalar(
                "an RE2 pattern",
                Schemas.text(),
                AssertionShape::compiled,
                "see https://github.com/google/re2/wiki/Syntax: no look-around, no back-references");
    }

    private static Optional<Assertion> compiled(String regex) {
        try {
            return Optional.of(new Assertion.Matches(regex));
        } catch (PatternSyntaxException noPattern) {
            return Optional.empty();
        }
    }
}
