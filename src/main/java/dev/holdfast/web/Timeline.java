package dev.holdfast.web;

import dev.holdfast.incident.Headline;
import dev.holdfast.incident.Incident;
import dev.holdfast.incident.Transition;
import dev.holdfast.store.Store;
import dev.holdfast.store.Told;
import dev.holdfast.wire.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What happened about an incident, in order.
final class Timeline {
    private Timeline() {}

    /// Oldest first. What happened at the same moment stands in the order in which one thing led to the other.
    static List<Moment> of(Incident incident, Store store) {
        var origin = incident.origin();
        var first = incident.members().getFirst().monitor();
        var moments = new ArrayList<Moment>();
        Optional.ofNullable(origin.lastPassedAt()).ifPresent(at -> moments.add(new Moment.LastGood(at, first)));
        Optional.ofNullable(origin.deployment())
                .ifPresent(deployment -> moments.add(new Moment.Deployed(deployment.at(), deployment.name())));
        moments.add(new Moment.FirstFailure(origin.firstFailedAt(), first));
        store.transitions(incident.id()).stream().map(Timeline::changed).forEach(moments::add);
        Optional.ofNullable(incident.ack())
                .ifPresent(ack -> moments.add(new Moment.Acknowledged(ack.at(), ack.by(), ack.note())));
        Optional.ofNullable(incident.resolvedAt()).ifPresent(at -> moments.add(new Moment.Ended(at)));
        store.told(incident.id()).reversed().stream().map(Timeline::told).forEach(moments::add);
        moments.sort(Comparator.comparing(Moment::at));
        return List.copyOf(moments);
    }

    private static Moment changed(Transition change) {
        return new Moment.Changed(change.at(), change.monitor(), change.from(), change.to(), change.reason());
    }

    private static Moment told(Told told) {
        var notice = told.notice();
        Instant at = Optional.ofNullable(told.settledAt()).orElse(notice.at());
        return new Moment.Notified(
                at,
                notice.id(),
                notice.channel(),
                notice.event().type(),
                Headline.of(notice),
                told.status().name().toLowerCase(Locale.ROOT),
                told.attempts(),
                told.answer());
    }
}
