package dev.holdfast.config;

import dev.holdfast.incident.Maintenance;
import dev.holdfast.incident.Window;
import dev.holdfast.incident.Window.Once;
import dev.holdfast.incident.Window.Weekly;
import dev.holdfast.schedule.Crontab;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Planned work: which monitors it concerns, and when.
final class WorkShape {
    private static final Shape<Instant> MOMENT = Scalars.scalar(
            "a time",
            Schemas.of("string"),
            Times::instant,
            "write it with its zone, such as 2026-03-28T22:00:00Z; or give days, for a time of the day");

    private static final String HOW = "write it such as 23:30";
    private static final Shape<LocalTime> TIME_OF_DAY =
            Scalars.scalar("a time of the day", Schemas.pattern(Times.OF_DAY), Times::ofDay, HOW);
    private static final Shape<LocalTime> END_OF_DAY = Scalars.scalar(
            "a time of the day",
            Schemas.pattern(Times.OF_DAY + "|24:00"),
            text -> text.equals("24:00") ? Optional.of(LocalTime.MIDNIGHT) : Times.ofDay(text),
            HOW);

    private static final Shape<Set<DayOfWeek>> DAYS = ListShape.oneOrMore(
                    Scalars.word(words()), "one or more of " + String.join(", ", words().keySet()))
            .where(days -> Complaint.unless(!days.isEmpty(), "names no day", "write daily for all of them"))
            .as(days -> days.stream().flatMap(Collection::stream).collect(Collectors.toSet()));

    private static final Complaint NEVER =
            new Complaint("has no window", "write from and to, or days, from and to, or cron and duration");

    private WorkShape() {}

    static Shape<Maintenance> of(Names names) {
        return new ByKey<Maintenance>("a name, perhaps monitors, and a window", NEVER)
                .kind("cron", Section.of("maintenance by cron", keys -> work(keys, names, WorkShape::cron)))
                .kind("days", Section.of("maintenance every week", keys -> work(keys, names, WorkShape::weekly)))
                .kind("from", Section.of("maintenance once", keys -> work(keys, names, WorkShape::once)));
    }

    private static Function<Given, Maintenance> work(
            Keys keys, Names names, Function<Keys, Function<Given, Window>> declaration) {
        var name = keys.required("name", Scalars.TEXT, "What is done, for people.");
        var who = SelectionShape.declare(keys, names);
        var window = declaration.apply(keys);
        return given -> new Maintenance(given.get(name), who.apply(given), window.apply(given));
    }

    private static Function<Given, Window> once(Keys keys) {
        var from = keys.required("from", MOMENT, "When it begins.");
        var to = keys.required("to", MOMENT, "When it ends.");
        keys.rule(to, given -> Complaint.unless(given.get(to).isAfter(given.get(from)), "is not after \"from\"", ""));
        return given -> new Once(given.get(from), given.get(to));
    }

    private static Function<Given, Window> weekly(Keys keys) {
        var days = keys.required("days", DAYS, "The days on which it begins.");
        var from = keys.required("from", TIME_OF_DAY, "When it begins, as the clocks of the zone show.");
        var to = keys.required("to", END_OF_DAY, "When it ends; on the next day when that is not after `from`.");
        var zone = keys.usual("zone", CadenceShape.ZONE, "UTC", "The time zone whose clocks count.");
        return given -> new Weekly(given.get(days), given.get(from), given.get(to), given.get(zone));
    }

    private static Function<Given, Window> cron(Keys keys) {
        var cron = keys.required("cron", CadenceShape.CRON, "When it begins: five fields as in a crontab.");
        var duration = keys.required("duration", MonitorShape.POSITIVE, "How long it takes.");
        var zone = keys.usual("zone", CadenceShape.ZONE, "UTC", "The time zone whose clocks count.");
        return given -> new CronWindow(Crontab.quartz(given.get(cron)), given.get(zone), given.get(duration));
    }

    private static SequencedMap<String, Set<DayOfWeek>> words() {
        var words = new LinkedHashMap<String, Set<DayOfWeek>>();
        for (var day : DayOfWeek.values()) {
            words.put(day.name().substring(0, 3).toLowerCase(Locale.ROOT), Set.of(day));
        }
        words.put("weekdays", EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
        words.put("weekend", EnumSet.range(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
        words.put("daily", EnumSet.allOf(DayOfWeek.class));
        return words;
    }
}
