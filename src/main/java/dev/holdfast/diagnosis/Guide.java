package dev.holdfast.diagnosis;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What each cause means, what to call it in a headline, and what to do first.
public final class Guide {
    private static final Map<Cause, Sections.Section> SECTIONS = sections();

    private Guide() {}

    private static Map<Cause, Sections.Section> sections() {
        var sections = new EnumMap<Cause, Sections.Section>(Cause.class);
        Sections.read("causes.guide")
                .forEach(section -> sections.put(Cause.valueOf(section.name().toUpperCase(Locale.ROOT)), section));
        return sections;
    }

    /// What `cause` means, in a sentence or two.
    public static String means(Cause cause) {
        return section(cause).one("means");
    }

    /// What to do first about `cause`.
    public static String first(Cause cause) {
        return section(cause).one("first");
    }

    /// `cause` as one short clause.
    ///
    /// @param particular what the signature calls it, null when it leaves that to the cause
    static String clause(Cause cause, @Nullable String particular, @Nullable String relation) {
        var section = section(cause);
        var clause = Optional.ofNullable(particular).orElseGet(() -> section.one("clause"));
        if (relation == null) {
            return clause.contains("{relation}") ? section.one("unnamed") : clause;
        }
        return clause.replace("{relation}", relation);
    }

    private static Sections.Section section(Cause cause) {
        return SECTIONS.getOrDefault(cause, new Sections.Section(cause.name(), Map.of()));
    }
}
