package dev.holdfast.config;

import dev.holdfast.incident.Selection;
import java.util.function.Function;

/// Some of the monitors.
final class SelectionShape {
    private SelectionShape() {}

    /// Declares its keys among others.
    static Function<Given, Selection> declare(Keys keys, Names names) {
        var monitors = keys.usual(
                "monitors",
                ListShape.oneOrMore(names.someMonitors(), "names of monitors, * for any characters"),
                "[]",
                "Only these monitors.");
        var groups = keys.usual(
                "groups",
                ListShape.oneOrMore(names.someGroups(), "names of groups, * for any characters"),
                "[]",
                "Only monitors of these groups.");
        var labels = keys.usual(
                "labels", Labels.SHAPE, "{}", "Only monitors with all of these labels; `*` stands for any characters.");
        return given -> new Selection(given.get(monitors), given.get(groups), given.get(labels));
    }
}
