package dev.holdfast.web;

import dev.holdfast.incident.Silence;
import dev.holdfast.incident.Watched;
import dev.holdfast.incident.Watched.Overlay;
import dev.holdfast.verdict.Verdict;
import dev.holdfast.wire.IncidentJson;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How it all stands, for programs: what the status page says.
///
/// @param verdict the verdict of the gate
/// @param summary how it stands in one sentence
/// @param blind whether Holdfast itself cannot see
/// @param monitors how many are in each state or under each overlay, without those that none is in; a paused monitor
/// counts as paused alone
/// @param incidents those that are open, oldest first
/// @param silences those that are in force
/// @param storageErrors how often the store failed since the start
public record StatusJson(
        Instant at,
        String version,
        Verdict verdict,
        String summary,
        boolean blind,
        Map<String, Integer> monitors,
        List<IncidentJson> incidents,
        List<ChannelHealth> channels,
        List<Silence> silences,
        long storageErrors) {

    static StatusJson of(House house, Instant now) {
        var monitors = house.monitors();
        var open = house.store().open();
        var channels = ChannelHealth.of(house);
        return new StatusJson(
                now,
                house.version(),
                Gate.of(List.copyOf(monitors)).verdict(),
                Standing.of(house, monitors, open, channels).sentence(),
                house.blind(),
                counts(monitors),
                open.stream().map(IncidentJson::of).toList(),
                channels,
                house.silences().stream()
                        .filter(silence -> silence.isActive(now))
                        .toList(),
                house.store().errors());
    }

    private static Map<String, Integer> counts(Collection<Watched> monitors) {
        var counts = new LinkedHashMap<String, Integer>();
        for (var watched : monitors) {
            if (!watched.paused()) {
                counts.merge(watched.state().condition().word(), 1, Integer::sum);
                watched.overlays().forEach(overlay -> counts.merge(word(overlay), 1, Integer::sum));
            } else {
                counts.merge(word(Overlay.PAUSED), 1, Integer::sum);
            }
        }
        return counts;
    }

    private static String word(Overlay overlay) {
        return overlay.name().toLowerCase(Locale.ROOT);
    }
}
