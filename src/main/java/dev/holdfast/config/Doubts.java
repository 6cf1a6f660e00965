package dev.holdfast.config;

import dev.holdfast.config.Tree.Mapping;
import dev.holdfast.config.Tree.Sequence;
import java.util.List;

/// What is allowed, and perhaps not meant.
final class Doubts {
    private Doubts() {}

    static List<Problem> about(Mapping file) {
        var doubts = new Problems();
        if (!(file.get("monitors") instanceof Sequence monitors
                && !monitors.items().isEmpty())) {
            doubts.add(file.place(), "no monitor: nothing is watched", "write some under \"monitors\"");
        }
        if (!(file.get("channels") instanceof Mapping channels
                && !channels.members().isEmpty())) {
            doubts.add(file.place(), "no channel: nobody is told", "write one under \"channels\"");
        }
        return doubts.inOrder();
    }
}
