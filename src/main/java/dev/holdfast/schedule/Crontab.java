package dev.holdfast.schedule;

import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.quartz.CronExpression;

/// Cron expressions as people write them: the five fields of a crontab, or the six or seven of Quartz.
///
/// A crontab counts Sunday as 0. Quartz has seconds before the five fields, counts Sunday as 1, and wants one of the
/// two day fields left open by `?`.
public final class Crontab {
    private static final int CRONTAB_FIELDS = 5;
    private static final int DAY_OF_MONTH = 2;
    private static final int DAY_OF_WEEK = 4;
    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
    private static final Pattern DAY_NUMBER = Pattern.compile("(?<![/#0-9])[0-7](?![0-9])");

    /// Inside Quartz these two numbers mean `?` and `*`, and it does not notice when somebody writes them.
    private static final Pattern ANYTHING = Pattern.compile("(?<![0-9])9[89](?![0-9])");

    private Crontab() {}

    /// What is wrong with `expression`, empty when nothing is.
    public static Optional<String> problemWith(String expression) {
        try {
            var quartz = quartz(expression);
            if (ANYTHING.matcher(quartz).find()) {
                return Optional.of("98 and 99 are no value of any field");
            }
            var next = new CronExpression(quartz).getNextValidTimeAfter(Date.from(Instant.now()));
            return next == null ? Optional.of("it never comes again") : Optional.empty();
        } catch (ParseException | IllegalArgumentException wrong) {
            return Optional.of(String.valueOf(wrong.getMessage()));
        }
    }

    /// `expression` as Quartz has it.
    ///
    /// @throws IllegalArgumentException when it has five fields and names days in two of them
    public static String quartz(String expression) {
        var fields = expression.strip().split("\\s+");
        return fields.length == CRONTAB_FIELDS ? fromCrontab(fields) : expression.strip();
    }

    private static String fromCrontab(String[] fields) {
        boolean everyDay = fields[DAY_OF_WEEK].equals("*");
        if (!everyDay && !fields[DAY_OF_MONTH].equals("*")) {
            throw new IllegalArgumentException("a day of the month and a day of the week cannot both be given");
        }
        var dates = everyDay ? fields[DAY_OF_MONTH] : "?";
        var days = everyDay ? "?" : named(fields[DAY_OF_WEEK]);
        return String.join(" ", "0", fields[0], fields[1], dates, fields[3], days);
    }

    private static String named(String days) {
        return DAY_NUMBER.matcher(days).replaceAll(day -> DAYS.get(Integer.parseInt(day.group())));
    }
}
