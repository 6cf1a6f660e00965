package dev.holdfast.web;

import dev.holdfast.incident.Incident;
import dev.holdfast.incident.Watched;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How it stands.
///
/// @param sentence all of it in one
/// @param tone `good`, `look` or `bad`
record Standing(String sentence, String tone) {

    static Standing of(House house, Collection<Watched> all, List<Incident> open, List<ChannelHealth> channels) {
        var watched = all.stream().filter(monitor -> !monitor.paused()).toList();
        var healthy = !house.blind()
                && house.store().errors() == 0
                && channels.stream().noneMatch(ChannelHealth::failing);
        return new Standing(sentence(watched, open), tone(watched, open, healthy));
    }

    private static String sentence(List<Watched> watched, List<Incident> open) {
        if (!open.isEmpty()) {
            return Stream.of(
                            counted(open, Incident.Kind.REGRESSION, "regression"),
                            counted(open, Incident.Kind.OUTAGE, "outage"))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(", "));
        }
        if (watched.isEmpty()) {
            return "Nothing is watched";
        }
        var up = inState(watched, "up");
        var look = inState(watched, "review");
        var unsure = watched.size() - up - look;
        if (look + unsure == 0) {
            return watched.size() == 1 ? "The monitor is as expected" : "All " + up + " monitors are as expected";
        }
        return up + " of " + watched.size() + (watched.size() == 1 ? " monitor is" : " monitors are") + " as expected"
                + (look == 0 ? "" : ", " + look + " to review") + (unsure == 0 ? "" : ", " + unsure + " not known yet");
    }

    private static String counted(List<Incident> open, Incident.Kind kind, String word) {
        long count = open.stream().filter(incident -> incident.kind() == kind).count();
        return count == 0 ? "" : count + " " + word + (count == 1 ? "" : "s");
    }

    private static String tone(List<Watched> watched, List<Incident> open, boolean healthy) {
        if (!open.isEmpty()) {
            return "bad";
        }
        return healthy && inState(watched, "up") == watched.size() ? "good" : "look";
    }

    private static int inState(List<Watched> watched, String word) {
        return (int) watched.stream()
                .filter(monitor -> monitor.state().condition().word().equals(word))
                .count();
    }
}
