package dev.holdfast.metrics;

import dev.holdfast.incident.Impact;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The series that Holdfast has once: facts of the moment that somebody else keeps.
final class HouseFamilies {

    static final List<Family<House>> ALL = List.of(
            Family.gauge("holdfast_impact_at_risk", "Money at risk while monitors are down", HouseFamilies::atRisk),
            Family.gauge(
                    "holdfast_credential_expiry_timestamp_seconds",
                    "When the credential expires, absent when it does not say",
                    (house, line) -> new TreeMap<>(house.live().credentialExpiries())
                            .forEach((name, at) -> line.add("credential", name, Line.seconds(at)))),
            Family.gauge(
                    "holdfast_notifications_pending",
                    "Notifications the channel is waiting for",
                    HouseFamilies::pending),
            Family.gauge(
                    "holdfast_probes_in_flight",
                    "Probes that are running",
                    (house, line) -> line.add(house.live().inFlight())),
            Family.counter(
                    "holdfast_storage_errors_total",
                    "Times the database failed",
                    (house, line) -> line.add((double) house.live().storageErrors())),
            Family.gauge(
                    "holdfast_config_last_reload_successful",
                    "1 when the newest configuration was taken, 0 while the one before it stays in force",
                    (house, line) -> line.add(house.reload().successful())),
            Family.gauge(
                    "holdfast_config_last_reload_success_timestamp_seconds",
                    "When a configuration was last taken",
                    (house, line) -> line.add(house.reload().lastSuccess())),
            Family.gauge(
                    "holdfast_blind",
                    "1 while Holdfast itself cannot see and its verdicts say nothing about the endpoints",
                    (house, line) -> line.add(house.live().blind())),
            Family.gauge(
                    "holdfast_build_info",
                    "1, with the version that runs",
                    (house, line) -> line.add("version", house.version(), 1)));

    private HouseFamilies() {}

    /// What the series are made from.
    record House(Live live, List<Row> rows, Reload reload, String version) {

        /// Every channel that a monitor tells or that is owed something.
        SortedSet<String> channels() {
            var channels = new TreeSet<>(live.pending().keySet());
            rows.forEach(row -> channels.addAll(row.watched().subject().channels()));
            return channels;
        }
    }

    /// The newest attempt to take a configuration.
    record Reload(boolean successful, Instant lastSuccess) {}

    /// Currencies that nothing is at risk in are there too, so that a sum over time has no holes.
    private static void atRisk(House house, Line line) {
        var sums = new TreeMap<String, Double>();
        house.rows().forEach(row -> {
            var impact = row.watched().subject().impact();
            if (impact != null && impact.currency() != null) {
                sums.merge(impact.currency(), row.incident() == null ? 0 : value(impact), Double::sum);
            }
        });
        sums.forEach((currency, sum) -> line.add("currency", currency, sum));
    }

    private static double value(Impact impact) {
        return impact.value() == null ? 0 : impact.value().doubleValue();
    }

    private static void pending(House house, Line line) {
        var pending = house.live().pending();
        house.channels().forEach(channel -> line.add("channel", channel, pending.getOrDefault(channel, 0)));
    }
}
