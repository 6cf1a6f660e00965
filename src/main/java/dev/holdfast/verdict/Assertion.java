package dev.holdfast.verdict;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.Optional;

/// Something that has to hold for a value in a response.
public sealed interface Assertion {

    /// The value is exactly this text.
    record Equal(String expected) implements Assertion {}

    /// The value contains this text.
    record Contains(String expected) implements Assertion {}

    /// The value does not contain this text.
    record Lacks(String unwanted) implements Assertion {}

    /// Some part of the value matches this RE2 pattern.
    record Matches(String regex) implements Assertion {
        /// @throws com.google.re2j.PatternSyntaxException when `regex` is no pattern
        public Matches {
            Pattern.compile(regex);
        }
    }

    /// There is a value, be it empty.
    record Present() implements Assertion {}

    /// There is no value.
    record Absent() implements Assertion {}

    /// There is a value, and it is not empty.
    record NotEmpty() implements Assertion {}

    /// The value is there and empty.
    record Empty() implements Assertion {}

    /// The value is a number, this or more.
    record AtLeast(BigDecimal bound) implements Assertion {}

    /// The value is a number, this or less.
    record AtMost(BigDecimal bound) implements Assertion {}

    /// Says what is wrong with a JSONPath, empty when nothing is.
    static Optional<String> problemWithPath(String path) {
        return JsonBody.problemWith(path);
    }

    /// What is wrong with `found`, empty when the assertion holds. Never shows the value itself: it may be personal.
    default Optional<String> violation(Found found) {
        return holds(found) ? Optional.empty() : Optional.of(found.present() ? complaint() : "is missing");
    }

    private boolean holds(Found found) {
        return switch (this) {
            case Equal(var expected) -> found.present() && found.text().equals(expected);
            case Contains(var expected) -> found.text().contains(expected);
            case Lacks(var unwanted) -> !found.text().contains(unwanted);
            case Matches(var regex) ->
                found.present() && Pattern.compile(regex).matcher(found.text()).find();
            case Present() -> found.present();
            case Absent() -> !found.present();
            case NotEmpty() -> !found.empty();
            case Empty() -> found.present() && found.empty();
            case AtLeast(var bound) ->
                number(found).filter(value -> value.compareTo(bound) >= 0).isPresent();
            case AtMost(var bound) ->
                number(found).filter(value -> value.compareTo(bound) <= 0).isPresent();
        };
    }

    private String complaint() {
        return switch (this) {
            case Equal(var expected) -> "is not \"" + expected + "\"";
            case Contains(var expected) -> "does not contain \"" + expected + "\"";
            case Lacks(var unwanted) -> "contains \"" + unwanted + "\"";
            case Matches(var regex) -> "does not match /" + regex + "/";
            case Present() -> "is missing";
            case Absent() -> "is there, and must not be";
            case NotEmpty() -> "is empty";
            case Empty() -> "is not empty";
            case AtLeast(var bound) -> "is not a number of at least " + bound.toPlainString();
            case AtMost(var bound) -> "is not a number of at most " + bound.toPlainString();
        };
    }

    private static Optional<BigDecimal> number(Found found) {
        try {
            return Optional.of(new BigDecimal(found.text().strip()));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }
}
