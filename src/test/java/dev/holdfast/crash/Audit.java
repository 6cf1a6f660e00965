package dev.holdfast.crash;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Holds what on-call took against what the platform went through and what the daemon says it told.
final class Audit {
    private static final String OPENED = "incident.opened";
    private static final String RESOLVED = "incident.resolved";
    private static final Duration ONE_CHECK = Duration.ofSeconds(5);

    private final List<String> found = new ArrayList<>();
    private final Oncall oncall;
    private final Map<String, List<Taken>> lanes;

    Audit(Oncall oncall) {
        this.oncall = oncall;
        lanes = oncall.taken().stream().collect(Collectors.groupingBy(Taken::lane));
    }

    /// What is wrong, empty when nothing is. Everything must have settled, and the platform be well.
    List<String> of(Platform platform, List<String> channels, JsonNode incidents, JsonNode notifications) {
        found.addAll(oncall.complaints());
        lanes.forEach(this::order);
        for (var channel : channels) {
            platform.groups().stream().filter(Group::isPatient).forEach(group -> history(group, channel));
        }
        incidents(incidents, channels);
        notifications(notifications);
        return found;
    }

    /// Opened once and first, resolved once and last.
    private void order(String lane, List<Taken> told) {
        var types = told.stream().map(Taken::type).toList();
        var between = types.size() < 2 ? List.<String>of() : types.subList(1, types.size() - 1);
        if (types.size() < 2
                || !types.getFirst().equals(OPENED)
                || !types.getLast().equals(RESOLVED)
                || between.contains(OPENED)
                || between.contains(RESOLVED)) {
            found.add(lane + " (" + told.getFirst().group() + ") was told " + types);
        }
    }

    /// An incident for each time it was broken. Its first failure may have been asked for a moment before.
    private void history(Group group, String channel) {
        var begun = lanes.values().stream()
                .map(List::getFirst)
                .filter(first ->
                        first.channel().equals(channel) && first.group().equals(group.name()))
                .map(first -> first.notice().data().incident().firstFailedAt())
                .sorted()
                .toList();
        var broken = group.broken().stream().map(Group.Phase::since).toList();
        if (!fit(begun, broken)) {
            found.add(group.name() + " broke at " + broken + ", and " + channel + " was told of " + begun);
        }
    }

    private static boolean fit(List<Instant> begun, List<Instant> broken) {
        var fit = begun.size() == broken.size();
        for (int i = 0; fit && i < begun.size(); i++) {
            fit = begun.get(i).plus(ONE_CHECK).isAfter(broken.get(i))
                    && (i + 1 == broken.size() || begun.get(i).isBefore(broken.get(i + 1)));
        }
        return fit;
    }

    private void incidents(JsonNode incidents, List<String> channels) {
        for (var incident : incidents) {
            var id = incident.get("id").asString();
            if (incident.get("resolved_at").isNull()) {
                found.add("the API shows " + id + " as open");
            }
            channels.stream()
                    .filter(channel -> !lanes.containsKey(channel + " " + id))
                    .forEach(channel -> found.add("the API shows " + id + ", of which " + channel + " was not told"));
        }
    }

    private void notifications(JsonNode notifications) {
        var taken = new HashMap<String, Taken>();
        oncall.taken().forEach(one -> taken.put(one.channel() + " " + one.id(), one));
        for (var shown : notifications) {
            var key = shown.get("channel").asString() + " " + shown.get("id").asString();
            var told = taken.get(key);
            if (!shown.get("status").asString().equals("delivered")) {
                found.add("the API shows " + shown);
            } else if (told == null) {
                found.add("the API says it was delivered, and it was not: " + shown);
            } else if (!told.type().equals(shown.get("type").asString())
                    || !told.incident().equals(shown.get("incident").asString())) {
                found.add("the API says " + shown + ", and told was " + told.notice());
            }
        }
    }
}
