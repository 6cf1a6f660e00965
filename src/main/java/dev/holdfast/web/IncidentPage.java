package dev.holdfast.web;

import dev.holdfast.incident.Incident;
import dev.holdfast.wire.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// One incident with its story: what its monitors did, who was told with which answer, who takes care of it.
///
/// @param open whether it still goes on
public record IncidentPage(IncidentView incident, boolean open, List<Chapter> story, String version) {
    private static final int STORM = 6;

    /// Lines that belong together.
    ///
    /// @param summary what they say in short; empty when they are few enough to be read
    public record Chapter(String summary, List<StoryLine> lines) {}

    static IncidentPage of(Incident incident, House house, Instant now) {
        return new IncidentPage(
                IncidentView.of(incident, now),
                incident.isOpen(),
                chapters(Timeline.of(incident, house.store())),
                house.version());
    }

    /// A storm of changes must not hide the rest.
    private static List<Chapter> chapters(List<Moment> moments) {
        var chapters = new ArrayList<Chapter>();
        var changes = new ArrayList<Moment.Changed>();
        for (var moment : moments) {
            if (moment instanceof Moment.Changed changed) {
                changes.add(changed);
            } else {
                addTo(chapters, changes);
                chapters.add(new Chapter("", List.of(StoryLine.of(moment))));
            }
        }
        addTo(chapters, changes);
        return chapters;
    }

    private static void addTo(List<Chapter> chapters, List<Moment.Changed> changes) {
        if (!changes.isEmpty()) {
            chapters.add(new Chapter(
                    summary(changes), changes.stream().map(StoryLine::of).toList()));
            changes.clear();
        }
    }

    private static String summary(List<Moment.Changed> changes) {
        long monitors = changes.stream().map(Moment.Changed::monitor).distinct().count();
        return changes.size() <= STORM ? "" : changes.size() + " changes of " + monitors + " monitors";
    }
}
