package dev.holdfast.web;

import dev.holdfast.incident.Silence;
import dev.holdfast.incident.Watched;
import dev.holdfast.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/// The status page: what is wrong with Holdfast itself, what is wrong now, who is not told of it, every monitor, every
/// channel, what is over.
///
/// @param sentence how it stands, all of it in one
/// @param tone `good`, `look` or `bad`
/// @param blind whether Holdfast itself cannot see
/// @param own what is wrong with Holdfast itself otherwise
/// @param open what is open, newest first, with all that is known of it
/// @param more what else is open
/// @param silences those in force
public record HomeView(
        String sentence,
        String tone,
        Ago at,
        String version,
        boolean blind,
        List<String> own,
        List<IncidentView> open,
        List<IncidentView> more,
        List<SilenceView> silences,
        List<Group> groups,
        List<ChannelView> channels,
        List<IncidentView> over) {
    private static final int RECENT = 10;
    private static final int IN_FULL = 5;

    /// Monitors that belong together.
    public record Group(String name, List<MonitorView> monitors) {}

    static HomeView of(House house, Instant now) {
        var monitors = house.monitors();
        var incidents = house.store().open();
        var channels = ChannelHealth.of(house);
        var standing = Standing.of(house, monitors, incidents, channels);
        var open = incidents.reversed().stream()
                .map(incident -> IncidentView.of(incident, now))
                .toList();
        var silences = house.silences().stream()
                .filter(silence -> silence.isActive(now))
                .toList();
        return new HomeView(
                standing.sentence(),
                standing.tone(),
                Ago.of(now, now),
                house.version(),
                house.blind(),
                ownTroubles(house.store()),
                open.stream().limit(IN_FULL).toList(),
                open.stream().skip(IN_FULL).toList(),
                silences.stream().map(silence -> SilenceView.of(silence, now)).toList(),
                groups(monitors, silences, now),
                channels.stream().map(channel -> ChannelView.of(channel, now)).toList(),
                house.store().resolved(RECENT).stream()
                        .map(incident -> IncidentView.of(incident, now))
                        .toList());
    }

    /// The channels that do not take what they are told.
    public List<ChannelView> failing() {
        return channels.stream().filter(ChannelView::failing).toList();
    }

    private static List<Group> groups(Collection<Watched> monitors, List<Silence> silences, Instant now) {
        var groups = new LinkedHashMap<String, List<MonitorView>>();
        for (var watched : monitors) {
            groups.computeIfAbsent(watched.subject().group(), _ -> new ArrayList<>())
                    .add(MonitorView.of(watched, silences, now));
        }
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }

    private static List<String> ownTroubles(Store store) {
        return store.errors() == 0
                ? List.of()
                : List.of("The store failed " + store.errors() + " times since the start; alerts go out from memory");
    }
}
