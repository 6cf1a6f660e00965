package dev.holdfast.incident;

import dev.holdfast.diagnosis.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// An incident in one line, as on-call reads it first.
public final class Headline {
    /// How many members are named in a sentence.
    private static final int NAMED = 20;

    private Headline() {}

    /// Such as `REGRESSION feature_flags 401 → 500: relation "analytics_modules" does not exist (fixed 2025-09-18 by
    /// 003_add_phase3_enhancements; 2nd time)`.
    public static String of(Notice notice) {
        return notice.about().map(incident -> of(notice.event(), incident)).orElseGet(() -> alone(notice.event()));
    }

    /// The same for `incident` as it is now.
    public static String of(Incident incident) {
        return of(incident.isOpen() ? Event.INCIDENT_OPENED : Event.INCIDENT_RESOLVED, incident);
    }

    private static String of(Event event, Incident incident) {
        return switch (event) {
            case INCIDENT_OPENED -> kind(incident) + " " + what(incident);
            case INCIDENT_UPDATED -> "UPDATE " + kind(incident) + " " + what(incident);
            case INCIDENT_REMINDER -> "STILL " + kind(incident) + " " + what(incident);
            case INCIDENT_RESOLVED ->
                "RESOLVED " + who(incident) + " after " + lasted(incident) + ": "
                        + incident.failure().why();
            case MONITOR_BLIND, MONITOR_SIGHTED, TEST -> alone(event);
        };
    }

    private static String alone(Event event) {
        return switch (event) {
            case MONITOR_BLIND -> "BLIND: Holdfast cannot see its targets or the outside world";
            case MONITOR_SIGHTED -> "SIGHTED: Holdfast sees its targets again";
            case TEST -> "TEST: this channel works";
            case INCIDENT_OPENED, INCIDENT_UPDATED, INCIDENT_REMINDER, INCIDENT_RESOLVED -> event.type();
        };
    }

    /// What a person wants to know next, in a few sentences: since when, how long it had been good, who is affected.
    public static String summary(Notice notice) {
        return notice.about().map(Headline::summary).orElseGet(() -> summary(notice.event(), notice.at()));
    }

    private static String summary(Event event, Instant at) {
        return switch (event) {
            case MONITOR_BLIND ->
                "Since " + time(at) + " neither the canaries nor hosts that have nothing to do with each other answer: "
                        + "Holdfast's own network is likely down. What gets no answer opens no incident until it sees "
                        + "again.";
            case MONITOR_SIGHTED -> "Since " + time(at) + " there are answers again. All monitors are checked anew.";
            case TEST, INCIDENT_OPENED, INCIDENT_UPDATED, INCIDENT_REMINDER, INCIDENT_RESOLVED ->
                "Nothing is wrong: this message was asked for.";
        };
    }

    /// The same for `incident` as it is now.
    public static String summary(Incident incident) {
        var origin = incident.origin();
        var sentences = new ArrayList<String>();
        sentences.add(incident.failure().url() + ": " + incident.failure().reason() + ".");
        sentences.add("Failing since " + time(origin.firstFailedAt()) + ".");
        Optional.ofNullable(origin.lastPassedAt()).ifPresent(at -> sentences.add("Last good " + time(at) + "."));
        Optional.ofNullable(origin.fix()).ifPresent(fix -> sentences.add(held(fix, origin.firstFailedAt()) + "."));
        Optional.ofNullable(origin.deployment())
                .ifPresent(deployment -> sentences.add(deployed(deployment, origin.firstFailedAt()) + "."));
        Optional.ofNullable(incident.ack()).ifPresent(ack -> sentences.add(acknowledged(ack) + "."));
        Optional.ofNullable(incident.resolvedAt()).ifPresent(at -> sentences.add("Recovered " + time(at) + "."));
        if (origin.flaps() && incident.isOpen()) {
            sentences.add("It comes and goes: its end is told when it has been good for a while.");
        }
        if (incident.members().size() > 1) {
            sentences.add("Affected: " + affected(incident) + ".");
        }
        return String.join(" ", sentences);
    }

    /// Whom `incident` affects, or affected: a few by name, and how many more.
    private static String affected(Incident incident) {
        var members = incident.isOpen() ? incident.failing() : incident.members();
        var named = members.stream()
                .limit(NAMED)
                .map(member -> member.monitor().name())
                .collect(Collectors.joining(", "));
        return members.size() <= NAMED
                ? named
                : members.size() + " monitors: " + named + " and " + (members.size() - NAMED) + " more";
    }

    /// Such as `Fixed 2025-09-18 by 003_add_phase3_enhancements, held 12d 3h`.
    private static String held(Fix fix, Instant brokenAt) {
        return "F" + fixed(fix).substring(1) + ", held " + duration(fix.at(), brokenAt);
    }

    /// Such as `Deployment 2.4.1 came 3m 20s before`.
    private static String deployed(Deployment deployment, Instant brokenAt) {
        return "Deployment " + deployment.name() + " came " + duration(deployment.at(), brokenAt) + " before";
    }

    private static String acknowledged(Ack ack) {
        return "Acknowledged by " + ack.by() + " " + time(ack.at())
                + (ack.note().isBlank() ? "" : ": " + ack.note());
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String kind(Incident incident) {
        return incident.kind().name();
    }

    private static String what(Incident incident) {
        return who(incident) + change(incident.failure()) + ": "
                + incident.failure().why() + history(incident);
    }

    private static String who(Incident incident) {
        int others = (int) incident.members().stream()
                .filter(member -> !member.monitor().equals(incident.failure().monitor()))
                .count();
        return incident.failure().monitor() + (others == 0 ? "" : " and " + others + " more");
    }

    /// Empty when nothing was asked.
    private static String change(Failure failure) {
        if (failure.diagnosis().outcome() == Outcome.NOT_TRIED) {
            return "";
        }
        var now = Optional.ofNullable(failure.diagnosis().status())
                .map(String::valueOf)
                .orElse("no answer");
        return " " + (failure.previousStatus() == null ? now : failure.previousStatus() + " → " + now);
    }

    private static String history(Incident incident) {
        var notes = new ArrayList<String>();
        Optional.ofNullable(incident.origin().fix()).map(Headline::fixed).ifPresent(notes::add);
        if (incident.origin().occurrence() > 1) {
            notes.add(ordinal(incident.origin().occurrence()) + " time");
        }
        if (incident.origin().flaps()) {
            notes.add("flapping");
        }
        return notes.isEmpty() ? "" : " (" + String.join("; ", notes) + ")";
    }

    private static String fixed(Fix fix) {
        return "fixed " + fix.at().atZone(ZoneOffset.UTC).toLocalDate() + (fix.by() == null ? "" : " by " + fix.by());
    }

    private static String ordinal(int number) {
        var teen = number % 100 >= 11 && number % 100 <= 13;
        return number
                + switch (teen ? 0 : number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }

    private static String lasted(Incident incident) {
        var end = Optional.ofNullable(incident.resolvedAt())
                .orElse(incident.origin().openedAt());
        return duration(incident.origin().firstFailedAt(), end);
    }

    /// The time between two instants in its two largest units, such as `4m 10s` or `2d 3h`.
    public static String duration(Instant from, Instant to) {
        var span = Duration.between(from, to);
        if (span.toDays() > 0) {
            return String.format(Locale.ROOT, "%dd %dh", span.toDays(), span.toHoursPart());
        }
        if (span.toHours() > 0) {
            return String.format(Locale.ROOT, "%dh %dm", span.toHours(), span.toMinutesPart());
        }
        return span.toMinutes() > 0
                ? String.format(Locale.ROOT, "%dm %ds", span.toMinutes(), span.toSecondsPart())
                : Math.max(0, span.toSeconds()) + "s";
    }
}
