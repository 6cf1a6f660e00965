package dev.holdfast.web;

import dev.holdfast.incident.Watched;

/// Finds a monitor by its name.
final class Monitors {
    private final House house;

    Monitors(House house) {
        this.house = house;
    }

    /// The monitor `name` as it stands now.
    ///
    /// @throws Refusal when there is none; it names those that are nearest
    Watched named(String name) {
        return house.monitors().stream()
                .filter(watched -> name(watched).equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "no monitor is called " + name + remedy(name)));
    }

    private String remedy(String name) {
        return Nearest.remedy(
                name, house.monitors().stream().map(Monitors::name), "GET /api/v1/monitors lists those there are");
    }

    private static String name(Watched watched) {
        return watched.subject().monitor().name();
    }
}
