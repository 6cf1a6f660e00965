package dev.holdfast.diagnosis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One way to recognise a cause in what a response says.
public final class Signature {

    /// How much a signature proves: the plainer statement wins over the vaguer.
    enum Weight {
        /// Somebody put it into the configuration for this very service.
        OWN,
        /// A sentence that says what is wrong.
        SENTENCE,
        /// An error's code or class, where the sentence is hidden or in no language we know.
        CODE,
        /// Words that leave the particulars open.
        GENERIC
    }

    private final String name;
    private final Cause cause;
    private final @Nullable Dialect dialect;
    private final String about;
    private final Weight weight;
    private final List<String> says;
    private final List<String> unless;

    Signature(
            String name,
            Cause cause,
            @Nullable Dialect dialect,
            String about,
            Weight weight,
            List<String> says,
            List<String> unless) {
        this.name = name;
        this.cause = cause;
        this.dialect = dialect;
        this.about = about;
        this.weight = weight;
        this.says = List.copyOf(says);
        this.unless = List.copyOf(unless);
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

    Weight weight() {
        return weight;
    }

    List<String> says() {
        return says;
    }

    List<String> unless() {
        return unless;
    }

    @Override
    public String toString() {
        return name;
    }
}
