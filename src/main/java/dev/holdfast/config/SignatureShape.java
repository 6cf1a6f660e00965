package dev.holdfast.config;

import dev.holdfast.diagnosis.Cause;
import dev.holdfast.diagnosis.Dialect;
import dev.holdfast.diagnosis.Expression;
import dev.holdfast.diagnosis.Signature;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A way of the user's own to tell why a response failed.
final class SignatureShape {
    private static final int MOST_GROUPS = 99;

    /// What a response can tell; the rest is of those that never came.
    private static final List<Cause> CAUSES =
            List.copyOf(EnumSet.range(Cause.RELATION_MISSING, Cause.CREDENTIAL_EXPIRED));

    private static final Shape<Expression> PATTERN =
            Scalars.TEXT.where(SignatureShape::refusal).as(Expression::of);

    static final Section<Signature> SHAPE = Section.of("signature", keys -> {
        var name = keys.required("name", Scalars.TEXT.where(Names::complaint), "What diagnoses call it; unique.");
        var pattern = keys.required("pattern", PATTERN, "Looked for in what a response says, in RE2's syntax.");
        var cause = keys.required("cause", Scalars.word(CAUSES), "What it proves.");
        var group = keys.optional(
                "relation_group",
                Scalars.integer(1, MOST_GROUPS),
                "The number of the group that holds the relation; by default the group `(?P<relation>...)`.");
        var dialect = keys.optional("dialect", Scalars.word(Dialect.class), "The database that speaks so.");
        var about = keys.usual("about", Scalars.TEXT, "''", "Who says this and when, for people.");
        keys.rule(
                group,
                given -> given.stream(group)
                        .flatMap(number -> unfit(number, given.get(pattern), given.get(cause)).stream())
                        .findFirst());
        return given -> Signature.own(
                given.get(name),
                given.get(pattern),
                given.get(cause),
                Objects.requireNonNullElseGet(
                        given.maybe(group), () -> given.get(pattern).relationGroup()),
                given.maybe(dialect),
                given.get(about));
    });

    private SignatureShape() {}

    private static Optional<Complaint> refusal(String pattern) {
        try {
            Expression.of(pattern);
            return Optional.empty();
        } catch (IllegalArgumentException refused) {
            return Optional.of(new Complaint(String.valueOf(refused.getMessage()), ""));
        }
    }

    private static Optional<Complaint> unfit(int group, Expression pattern, Cause cause) {
        if (!cause.isSchema()) {
            return Optional.of(new Complaint(
                    "only a schema cause names a relation",
                    "take it out, or make the cause relation_missing, column_missing or migration_pending"));
        }
        return Complaint.unless(
                group <= pattern.groups(),
                "the pattern has no such group",
                pattern.groups() == 0
                        ? "put the part that matches the relation in ( )"
                        : "it has " + pattern.groups() + ", counted by their opening parenthesis");
    }
}
