package dev.holdfast.incident;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A time that comes once, or again and again. What implements it elsewhere brings its own calendar.
public interface Window {

    /// When it closes, if it is open at `at`.
    Optional<Instant> until(Instant at);

    /// From one moment to another.
    record Once(Instant from, Instant to) implements Window {

        @Override
        public Optional<Instant> until(Instant at) {
            return !at.isBefore(from) && at.isBefore(to) ? Optional.of(to) : Optional.empty();
        }
    }

    /// On some days of every week, from one time of the day to another, over midnight when that is not later.
    ///
    /// It opens and closes at what the clocks on the walls of `zone` show. When they are set forward over one of
    /// the two times, that time is the moment of setting. When they are set back, so that a time comes twice, it
    /// opens at the first and closes at the second.
    record Weekly(Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) implements Window {
        public Weekly {
            days = Set.copyOf(days);
        }

        @Override
        public Optional<Instant> until(Instant at) {
            var today = at.atZone(zone).toLocalDate();
            return Stream.of(today.minusDays(1), today)
                    .filter(day -> days.contains(day.getDayOfWeek()))
                    .map(this::on)
                    .flatMap(once -> once.until(at).stream())
                    .max(Instant::compareTo);
        }

        private Once on(LocalDate day) {
            var last = to.isAfter(from) ? day : day.plusDays(1);
            return new Once(first(day.atTime(from)), last(last.atTime(to)));
        }

        private Instant first(LocalDateTime time) {
            var set = zone.getRules().getTransition(time);
            return set != null && set.isGap()
                    ? set.getInstant()
                    : time.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
        }

        private Instant last(LocalDateTime time) {
            var set = zone.getRules().getTransition(time);
            return set != null && set.isGap()
                    ? set.getInstant()
                    : time.atZone(zone).withLaterOffsetAtOverlap().toInstant();
        }
    }
}
