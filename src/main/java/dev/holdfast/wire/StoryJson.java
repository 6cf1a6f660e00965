package dev.holdfast.wire;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/// An incident in the shape of the contract, and what happened about it.
///
/// @param timeline oldest first
public record StoryJson(@JsonUnwrapped IncidentJson incident, List<Moment> timeline) {
    public StoryJson {
        timeline = List.copyOf(timeline);
    }
}
