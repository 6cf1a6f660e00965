package dev.holdfast.web;

import dev.holdfast.incident.Headline;
import dev.holdfast.incident.Incident;
import dev.holdfast.incident.IncidentId;
import dev.holdfast.store.Told;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A notification and what became of it, in the words of the contract.
record ToldJson(
        String id,
        String type,
        String channel,
        Told.Status status,
        int attempts,
        String answer,
        Instant timestamp,
        @Nullable Instant settledAt,
        String title,
        @Nullable IncidentId incident) {

    static ToldJson of(Told told) {
        var notice = told.notice();
        return new ToldJson(
                notice.id(),
                notice.event().type(),
                notice.channel(),
                told.status(),
                told.attempts(),
                told.answer(),
                notice.at(),
                told.settledAt(),
                Headline.of(notice),
                notice.about().map(Incident::id).orElse(null));
    }
}
