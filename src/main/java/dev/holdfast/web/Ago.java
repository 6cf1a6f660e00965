package dev.holdfast.web;

import dev.holdfast.incident.Headline;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// A moment, as a page shows it.
///
/// @param iso exact, in UTC
/// @param words such as `4m 10s`
public record Ago(String iso, String words) {

    static Ago of(Instant moment, Instant now) {
        return new Ago(moment.truncatedTo(ChronoUnit.SECONDS).toString(), Headline.duration(moment, now));
    }

    /// A moment that is still to come; the words say how long until then.
    static Ago ahead(Instant moment, Instant now) {
        return new Ago(moment.truncatedTo(ChronoUnit.SECONDS).toString(), Headline.duration(now, moment));
    }

    /// `2026-01-02 03:04:05 UTC`
    public String exact() {
        return iso.replace('T', ' ').replace("Z", " UTC");
    }
}
