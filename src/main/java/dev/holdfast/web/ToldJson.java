package dev.holdfast.web;

import dev.holdfast.incident.Headline;
import dev.holdfast.incident.Incident;
import dev.holdfast.incident.IncidentId;
import dev.holdfast.store.Told;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A notification and what became of it, in the words of the contract.
///
/// @param at when what it tells happened
/// @param dueAt when it was to be sent
/// @param answer what the receiver said at the last try
record ToldJson(
        String id,
        String type,
        String channel,
        @Nullable IncidentId incident,
        String title,
        Instant at,
        Instant dueAt,
        Told.Status status,
        int attempts,
        String answer,
        @Nullable Instant settledAt) {

    static ToldJson of(Told told) {
        var notice = told.notice();
        return new ToldJson(
                notice.id(),
                notice.event().type(),
                notice.channel(),
                notice.about().map(Incident::id).orElse(null),
                Headline.of(notice),
                notice.at(),
                notice.dueAt(),
                told.status(),
                told.attempts(),
                told.answer(),
                told.settledAt());
    }
}
