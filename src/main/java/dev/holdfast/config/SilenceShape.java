package dev.holdfast.config;

import dev.holdfast.incident.Silence;
import java.time.Instant;
import java.util.Objects;

/// A silence that stands in the file.
final class SilenceShape {
    private SilenceShape() {}

    static Shape<Silence> of(Names names) {
        return section(names)
                .where(silence -> Complaint.unless(
                        !silence.who().isEverything(),
                        "does not say what is silenced",
                        "give monitors, groups or labels; monitors: \"*\" is all"));
    }

    private static Section<Silence> section(Names names) {
        return Section.of("silence", keys -> {
            var who = SelectionShape.declare(keys, names);
            var from = keys.optional("from", Scalars.TIME, "When it begins; when left out, it has begun.");
            var until = keys.required("until", Scalars.TIME, "When it ends.");
            var by = keys.usual("by", Scalars.TEXT, "''", "Who asked for it.");
            var comment = keys.usual("comment", Scalars.TEXT, "''", "Why.");
            keys.rule(
                    until,
                    given -> Complaint.unless(
                            given.stream(from).allMatch(given.get(until)::isAfter), "is not after \"from\"", ""));
            return given -> Silence.of(
                    who.apply(given),
                    Objects.requireNonNullElse(given.maybe(from), Instant.EPOCH),
                    given.get(until),
                    given.get(by),
                    given.get(comment));
        });
    }
}
