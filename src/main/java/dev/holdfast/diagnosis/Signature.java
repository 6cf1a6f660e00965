package dev.holdfast.diagnosis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One way to recognise a cause in what a response says.
public final class Signature {

    /// How much a finding proves: the plainer statement wins over the vaguer.
    enum Weight {
        /// Somebody put it into the configuration for this very service.
        OWN,
        /// A sentence that says what is wrong.
        SENTENCE,
        /// An error's code or class, where the sentence is hidden or in no language we know.
        CODE,
        /// Words that leave the particulars open.
        GENERIC,
        /// Only which database complains.
        VAGUE
    }

    /// What a signature looks for.
    ///
    /// @param says any of these is enough, and weighs what it is listed under
    /// @param unless none of these may stand near
    /// @param with one of these must stand somewhere in the text, unless there are none
    /// @param without none of these may stand anywhere in the text
    record Terms(List<Weighed> says, List<Mark> unless, List<Mark> with, List<Mark> without) {}

    /// A mark and what finding it proves.
    record Weighed(Mark mark, Weight weight) {}

    private final String name;
    private final Cause cause;
    private final @Nullable Dialect dialect;
    private final String about;
    private final @Nullable String clause;
    private final Terms terms;

    Signature(String name, Cause cause, @Nullable Dialect dialect, String about, @Nullable String clause, Terms terms) {
        this.name = name;
        this.cause = cause;
        this.dialect = dialect;
        this.about = about;
        this.clause = clause;
        this.terms = terms;
    }

    /// A signature of the user's own; it is asked before all others.
    ///
    /// @param name how it is called in diagnoses
    /// @param expression looked for anywhere in the text
    /// @param group the number of the group that holds the relation, 0 for none
    /// @param about one line for people
    /// @throws IllegalArgumentException when the expression has no such group
    public static Signature own(
            String name, Expression expression, Cause cause, int group, @Nullable Dialect dialect, String about) {
        var says = new Weighed(expression.keeping(group), Weight.OWN);
        return new Signature(
                name, cause, dialect, about, null, new Terms(List.of(says), List.of(), List.of(), List.of()));
    }

    /// Its name, such as `postgresql.relation_missing`.
    public String name() {
        return name;
    }

    /// The cause it proves.
    public Cause cause() {
        return cause;
    }

    /// The database that speaks so, null when several do.
    public @Nullable Dialect dialect() {
        return dialect;
    }

    /// One line for people: who says this, and when.
    public String about() {
        return about;
    }

    /// What to call the cause in this case, null when its usual name will do.
    @Nullable
    String clause() {
        return clause;
    }

    Terms terms() {
        return terms;
    }

    @Override
    public String toString() {
        return name;
    }
}
