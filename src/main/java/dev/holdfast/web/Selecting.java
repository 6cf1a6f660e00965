package dev.holdfast.web;

import dev.holdfast.incident.Selection;
import dev.holdfast.incident.Subject;
import dev.holdfast.incident.Watched;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Finds out which monitors a request means. Whoever means none has most likely mistyped a name.
final class Selecting {
    private final List<Subject> subjects;

    Selecting(Collection<Watched> monitors) {
        this.subjects = monitors.stream().map(Watched::subject).toList();
    }

    /// The monitors that `asked` selects.
    ///
    /// @throws Refusal when it selects none, or a part of it matches none
    Selection of(Asked asked) {
        var who = new Selection(
                asked.texts("monitors", "monitor"), asked.texts("groups", "group"), asked.pairs("labels"));
        if (who.isEverything()) {
            throw new Refusal(400, "say which monitors: give monitors, groups or labels; * stands for any characters");
        }
        who.monitors().forEach(this::knowsMonitor);
        who.groups().forEach(this::knowsGroup);
        who.labels().forEach(this::knowsLabel);
        demand(who, "no monitor is all of that: " + who);
        return who;
    }

    private void knowsMonitor(String name) {
        var known = subjects.stream().map(subject -> subject.monitor().name());
        demand(
                new Selection(List.of(name), List.of(), Map.of()),
                "no monitor is called " + name
                        + Nearest.remedy(name, known, "GET /api/v1/monitors lists those there are"));
    }

    private void knowsGroup(String name) {
        var known = subjects.stream()
                .map(Subject::group)
                .filter(group -> !group.isEmpty())
                .distinct()
                .toList();
        var all = known.isEmpty() ? "no monitor has a group" : "the groups are " + String.join(", ", known);
        demand(
                new Selection(List.of(), List.of(name), Map.of()),
                "no group is called " + name + Nearest.remedy(name, known.stream(), all));
    }

    private void knowsLabel(String name, String value) {
        var label = name + "=" + value;
        var known = subjects.stream().flatMap(Selecting::labels).distinct().toList();
        var all = known.isEmpty() ? "no monitor has labels" : "the labels are " + String.join(", ", known);
        demand(
                new Selection(List.of(), List.of(), Map.of(name, value)),
                "no monitor has the label " + label + Nearest.remedy(label, known.stream(), all));
    }

    private static Stream<String> labels(Subject subject) {
        return subject.labels().entrySet().stream().map(label -> label.getKey() + "=" + label.getValue());
    }

    private void demand(Selection part, String otherwise) {
        if (subjects.stream().noneMatch(part::has)) {
            throw new Refusal(400, otherwise);
        }
    }
}
