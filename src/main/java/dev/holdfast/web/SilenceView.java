package dev.holdfast.web;

import dev.holdfast.incident.Silence;
import java.time.Instant;

/// A silence, as a page shows it.
///
/// @param who the monitors it is about
/// @param until when it ends, and how long that is to come
/// @param by who asked for it and why, empty when nobody said
public record SilenceView(String id, String who, Ago until, String by) {

    static SilenceView of(Silence silence, Instant now) {
        return new SilenceView(silence.id(), silence.who().toString(), Ago.ahead(silence.until(), now), by(silence));
    }

    private static String by(Silence silence) {
        var by = silence.by().isEmpty() ? "" : "by " + silence.by();
        return by.isEmpty() || silence.comment().isEmpty() ? by + silence.comment() : by + ": " + silence.comment();
    }
}
