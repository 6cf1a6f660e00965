package dev.holdfast.config;

import dev.holdfast.incident.Escalation;
import dev.holdfast.incident.Insistence;
import dev.holdfast.web.Spans;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// How people are called again.
final class InsistenceShape {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final String NEVER = "never";

    /// Reminders without escalations.
    private static final Shape<Insistence> REMIND = Scalars.scalar(
                    "a duration, or never",
                    Schemas.pattern(Spans.PATTERN + "|" + NEVER),
                    text -> text.equals(NEVER)
                            ? Optional.of(Insistence.NONE)
                            : Spans.read(text).map(after -> new Insistence(after, List.of())),
                    "write it such as 30m, 1h or never")
            .where(reminders -> Complaint.unless(
                    reminders.remindAfter() == null || reminders.remindAfter().compareTo(SHORTEST) >= 0,
                    "is too short",
                    "1s is the shortest; write never to switch it off"));

    private InsistenceShape() {}

    /// Declares its keys among others.
    static Function<Given, Insistence> declare(Keys keys, Names names) {
        var remind = keys.usual(
                "remind",
                REMIND,
                "1h",
                "The time to the first reminder of an incident nobody acknowledged; doubled from one to the next up to "
                        + "a day.");
        var escalate = keys.usual(
                "escalate",
                ListShape.of(escalation(names), "a list of after and notify"),
                "[]",
                "Who is told besides when nobody acknowledged for a while.");
        return given -> new Insistence(given.get(remind).remindAfter(), given.get(escalate));
    }

    private static Section<Escalation> escalation(Names names) {
        return Section.of("escalation", keys -> {
            var after = keys.required("after", MonitorShape.POSITIVE, "The time since the incident opened.");
            var notify = keys.required(
                    "notify",
                    ListShape.oneOrMore(names.channel(), "names of channels")
                            .where(some -> Complaint.unless(!some.isEmpty(), "names no channel", "")),
                    "The channels that are told then.");
            return given -> new Escalation(
                    given.get(after), given.get(notify).stream().distinct().toList());
        });
    }
}
