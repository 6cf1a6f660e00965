package dev.holdfast.web;

import dev.holdfast.incident.Headline;
import dev.holdfast.incident.Incident;
import dev.holdfast.incident.Transition;
import dev.holdfast.store.Told;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// One incident with its story: what its monitors did, and who was told, with their answers.
public record IncidentPage(IncidentView incident, List<Entry> story, String version) {
    private static final int TOLD = 1_000;

    /// One thing that happened.
    ///
    /// @param who a monitor or a channel
    public record Entry(Instant at, String who, String what) {

        /// When, in UTC, to the second.
        public String time() {
            return at.truncatedTo(ChronoUnit.SECONDS).toString();
        }
    }

    static IncidentPage of(Incident incident, House house, Instant now) {
        var store = house.store();
        var changes = store.transitions(incident.id()).stream().map(IncidentPage::changed);
        var told = store.told(TOLD).stream()
                .filter(one -> one.notice()
                        .about()
                        .filter(about -> about.id().equals(incident.id()))
                        .isPresent())
                .map(IncidentPage::told);
        return new IncidentPage(
                IncidentView.of(incident, now),
                Stream.concat(changes, told)
                        .sorted(Comparator.comparing(Entry::at))
                        .toList(),
                house.version());
    }

    private static Entry changed(Transition change) {
        return new Entry(
                change.at(), change.monitor().name(), change.from() + " → " + change.to() + ": " + change.reason());
    }

    private static Entry told(Told told) {
        var ended = told.status().name().toLowerCase(Locale.ROOT)
                + (told.answer().isEmpty() ? "" : " (" + told.answer() + ")");
        return new Entry(told.notice().at(), told.notice().channel(), ended + ": " + Headline.of(told.notice()));
    }
}
