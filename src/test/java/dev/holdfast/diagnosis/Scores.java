package dev.holdfast.diagnosis;

import dev.holdfast.diagnosis.Corpus.Line;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// How well a diagnostician does on responses of which a person has said what they are.
///
/// @param precision how many of those it takes for a schema cause are one
/// @param recall how many of those that are a schema cause it takes for one
/// @param relation how many of the names it gives exactly
/// @param dialect how many of the databases it tells
/// @param macroF1 the mean over all causes of the harmonic mean of precision and recall
record Scores(double precision, double recall, double relation, double dialect, double macroF1) {

    private record Judged(Line line, Diagnosis diagnosis) {
        Cause expected() {
            return line.expected().cause();
        }

        boolean is(Cause cause) {
            return expected() == cause;
        }

        boolean isCalled(Cause cause) {
            return diagnosis.cause() == cause;
        }

        boolean isRight() {
            return expected() == diagnosis.cause()
                    && Objects.equals(line.expected().relation(), diagnosis.relation())
                    && Objects.equals(line.expected().dialect(), diagnosis.dialect());
        }
    }

    static Scores of(Diagnostician diagnostician, List<Line> lines) {
        var judged = judged(diagnostician, lines);
        return new Scores(
                share(
                        judged,
                        one -> one.diagnosis().cause().isSchema(),
                        one -> one.expected().isSchema()),
                share(
                        judged,
                        one -> one.expected().isSchema(),
                        one -> one.diagnosis().cause().isSchema()),
                share(
                        judged,
                        one -> one.line().expected().relation() != null,
                        one -> Objects.equals(
                                one.line().expected().relation(),
                                one.diagnosis().relation())),
                share(
                        judged,
                        one -> one.line().expected().dialect() != null,
                        one -> one.line().expected().dialect()
                                == one.diagnosis().dialect()),
                macroF1(judged));
    }

    /// Each line that is not diagnosed as a person would, with both opinions.
    static String wrong(Diagnostician diagnostician, List<Line> lines) {
        return judged(diagnostician, lines).stream()
                .filter(one -> !one.isRight())
                .map(one -> "  %s: %s, not %s %s %s by %s"
                        .formatted(
                                one.line().id(),
                                one.line().expected(),
                                one.diagnosis().cause(),
                                one.diagnosis().relation(),
                                one.diagnosis().dialect(),
                                one.diagnosis().signature()))
                .collect(Collectors.joining("\n"));
    }

    private static List<Judged> judged(Diagnostician diagnostician, List<Line> lines) {
        return lines.stream()
                .map(line -> new Judged(line, diagnostician.diagnose(line.response())))
                .toList();
    }

    private static double share(List<Judged> judged, Predicate<Judged> of, Predicate<Judged> which) {
        var some = judged.stream().filter(of).toList();
        return some.isEmpty() ? 1 : some.stream().filter(which).count() / (double) some.size();
    }

    private static double macroF1(List<Judged> judged) {
        var causes = EnumSet.noneOf(Cause.class);
        judged.forEach(one -> causes.add(one.expected()));
        return causes.stream().mapToDouble(cause -> f1(judged, cause)).average().orElse(1);
    }

    private static double f1(List<Judged> judged, Cause cause) {
        double both = judged.stream()
                .filter(one -> one.is(cause) && one.isCalled(cause))
                .count();
        long either = judged.stream().filter(one -> one.is(cause)).count()
                + judged.stream().filter(one -> one.isCalled(cause)).count();
        return 2 * both / either;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "schema precision %.3f, recall %.3f, relation %.3f, dialect %.3f, macro-F1 %.3f",
                precision,
                recall,
                relation,
                dialect,
                macroF1);
    }
}
