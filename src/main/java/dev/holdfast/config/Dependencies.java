package dev.holdfast.config;

import dev.holdfast.config.Tree.Scalar;
import dev.holdfast.observation.MonitorId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which monitors cannot work without which.
final class Dependencies {
    private final Map<String, Referent> monitors = new LinkedHashMap<>();

    Dependencies(List<Referent> monitors) {
        monitors.forEach(monitor -> this.monitors.putIfAbsent(monitor.name().text(), monitor));
    }

    /// What `monitor` cannot work without, and what that cannot work without, nearest first.
    List<MonitorId> of(MonitorId monitor) {
        var found = new LinkedHashSet<String>();
        var open = new ArrayDeque<>(List.of(monitor.name()));
        while (!open.isEmpty()) {
            direct(open.remove()).map(Scalar::text).filter(found::add).forEach(open::add);
        }
        return found.stream().filter(MonitorId::isValid).map(MonitorId::new).toList();
    }

    private Stream<Scalar> direct(String monitor) {
        return Stream.ofNullable(monitors.get(monitor)).flatMap(known -> known.dependsOn().stream());
    }

    /// Tells every circle once, at a step of it.
    void tellCircles(Problems problems) {
        var told = new HashSet<Set<String>>();
        for (var monitor : monitors.values()) {
            for (var step : monitor.dependsOn()) {
                circle(monitor.name().text(), step.text())
                        .filter(circle -> told.add(Set.copyOf(circle)))
                        .ifPresent(circle -> problems.add(step.place(), complaint(circle)));
            }
        }
    }

    /// The shortest way from `monitor` by its step to `on` back to itself; empty when no way leads back.
    private Optional<List<String>> circle(String monitor, String on) {
        var cameFrom = new HashMap<>(Map.of(on, monitor));
        var open = new ArrayDeque<>(List.of(on));
        while (!open.isEmpty() && !cameFrom.containsKey(monitor)) {
            var at = open.remove();
            direct(at)
                    .map(Scalar::text)
                    .filter(next -> cameFrom.putIfAbsent(next, at) == null)
                    .forEach(open::add);
        }
        return cameFrom.containsKey(monitor) ? Optional.of(wayBack(monitor, cameFrom)) : Optional.empty();
    }

    private static List<String> wayBack(String monitor, Map<String, String> cameFrom) {
        var way = new ArrayList<>(List.of(monitor));
        do {
            way.addFirst(cameFrom.getOrDefault(way.getFirst(), monitor));
        } while (!way.getFirst().equals(monitor));
        return way;
    }

    private Complaint complaint(List<String> circle) {
        var shown = circle.stream()
                .flatMap(name -> Stream.ofNullable(monitors.get(name)))
                .map(monitor -> monitor.name().shown())
                .collect(Collectors.joining(" → "));
        return new Complaint(
                "goes round in a circle: " + shown,
                "take one step out; with \"depends_on: []\" a monitor needs nothing, whatever the defaults say");
    }
}
