package dev.holdfast.incident;

import dev.holdfast.diagnosis.Cause;
import dev.holdfast.diagnosis.Clues;
import dev.holdfast.diagnosis.Diagnosis;
import dev.holdfast.observation.MonitorId;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// How a member failed: what a message about it has to show.
///
/// @param reason the verdict's sentence
/// @param clues what helps to find the request in the logs of those who answered it
/// @param previousStatus the status it last passed with, null when it never passed or passed without one
public record Failure(
        MonitorId monitor,
        String group,
        URI url,
        Diagnosis diagnosis,
        String reason,
        @Nullable Integer previousStatus,
        Clues clues) {

    /// Why it failed, in a few words: what the response says, or failing that what was expected of it.
    public String why() {
        return diagnosis.cause() == Cause.NONE ? reason : diagnosis.explanation();
    }
}
