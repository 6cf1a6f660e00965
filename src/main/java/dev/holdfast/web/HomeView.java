package dev.holdfast.web;

import dev.holdfast.incident.Incident;
import dev.holdfast.incident.Watched;
import dev.holdfast.store.Store;
import dev.holdfast.store.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The status page: what is wrong now, what is wrong with Holdfast itself, every monitor, what is over.
///
/// @param sentence how it stands, all of it in one
/// @param tone `good`, `look` or `bad`
/// @param own what is wrong with Holdfast itself
public record HomeView(
        String sentence,
        String tone,
        Ago at,
        String version,
        List<IncidentView> open,
        List<String> own,
        List<Group> groups,
        List<IncidentView> over) {
    private static final int RECENT = 10;
    private static final int TOLD = 200;
    private static final Duration FRESH = Duration.ofDays(1);

    /// Monitors that belong together.
    public record Group(String name, List<MonitorView> monitors) {}

    static HomeView of(House house, Instant now) {
        var monitors = house.monitors();
        var open = house.store().open();
        return new HomeView(
                sentence(monitors, open),
                tone(monitors, open),
                Ago.of(now, now),
                house.version(),
                open.stream().map(incident -> IncidentView.of(incident, now)).toList(),
                ownTroubles(house.store(), now),
                groups(monitors, now),
                house.store().resolved(RECENT).stream()
                        .map(incident -> IncidentView.of(incident, now))
                        .toList());
    }

    private static String sentence(Collection<Watched> monitors, List<Incident> open) {
        if (!open.isEmpty()) {
            return counted(open, Incident.Kind.REGRESSION, "regression")
                    + counted(open, Incident.Kind.OUTAGE, "outage");
        }
        if (monitors.isEmpty()) {
            return "Nothing is watched yet";
        }
        var look = inState(monitors, "review");
        var unsure = inState(monitors, "suspect") + inState(monitors, "unknown");
        if (look + unsure == 0) {
            return "All " + monitors.size() + " monitors are as expected";
        }
        return (monitors.size() - look - unsure) + " of " + monitors.size() + " monitors are as expected"
                + (look == 0 ? "" : ", " + look + " to review") + (unsure == 0 ? "" : ", " + unsure + " not known yet");
    }

    private static String counted(List<Incident> open, Incident.Kind kind, String word) {
        long count = open.stream().filter(incident -> incident.kind() == kind).count();
        return count == 0 ? "" : count + " " + word + (count == 1 ? " " : "s ");
    }

    private static String tone(Collection<Watched> monitors, List<Incident> open) {
        if (!open.isEmpty()) {
            return "bad";
        }
        return inState(monitors, "up") + paused(monitors) == monitors.size() ? "good" : "look";
    }

    private static long paused(Collection<Watched> monitors) {
        return monitors.stream().filter(Watched::paused).count();
    }

    private static long inState(Collection<Watched> monitors, String word) {
        return monitors.stream()
                .filter(watched ->
                        !watched.paused() && watched.state().condition().word().equals(word))
                .count();
    }

    private static List<Group> groups(Collection<Watched> monitors, Instant now) {
        var groups = new LinkedHashMap<String, List<MonitorView>>();
        for (var watched : monitors) {
            groups.computeIfAbsent(watched.subject().group(), _ -> new ArrayList<>())
                    .add(MonitorView.of(watched, now));
        }
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }

    /// A monitor must not fail in silence itself.
    private static List<String> ownTroubles(Store store, Instant now) {
        var troubles = new ArrayList<String>();
        if (store.errors() > 0) {
            troubles.add("The store failed " + store.errors() + " times since the start; alerts go out from memory");
        }
        failures(store, now)
                .forEach((channel, failed) -> troubles.add(
                        "Channel " + channel + ": " + failed.getFirst().answer()));
        return troubles;
    }

    private static Map<String, List<Told>> failures(Store store, Instant now) {
        return store.told(TOLD).stream()
                .filter(told -> told.status() == Told.Status.FAILED
                        || (told.status() == Told.Status.PENDING && told.attempts() > 0))
                .filter(told -> told.notice().at().isAfter(now.minus(FRESH)))
                .collect(Collectors.groupingBy(told -> told.notice().channel()));
    }
}
