package dev.holdfast.web;

import dev.holdfast.incident.Silence;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// What people and pipelines tell Holdfast of their plans, under `/api/v1`: silences and deployments.
final class PlanApi {
    private static final Duration LONGEST = Duration.ofDays(366);

    /// So much may the clock of whoever deploys be ahead of ours.
    private static final Duration AHEAD = Duration.ofHours(1);

    private final House house;
    private final InstantSource clock;

    PlanApi(House house, InstantSource clock) {
        this.house = house;
        this.clock = clock;
    }

    void addTo(Routes routes) {
        routes.read("/api/v1/silences", request -> Answers.json(request, house.silences()));
        routes.change("/api/v1/silences", this::silence);
        routes.change("/api/v1/silences/{id}/expire", this::expire);
        routes.read("/api/v1/deployments", this::deployments);
        routes.change("/api/v1/deployments", this::deployed);
    }

    private void silence(Context request) {
        var asked =
                Asked.of(request, "monitors", "monitor", "groups", "group", "labels", "for", "until", "by", "comment");
        var who = new Selecting(house.monitors()).of(asked);
        var from = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var silence = Silence.of(
                who,
                from,
                end(asked, from),
                asked.text("by").orElse(""),
                asked.text("comment").orElse(""));
        house.silence(silence);
        Answers.created(request, silence);
    }

    private static Instant end(Asked asked, Instant from) {
        var span = asked.text("for");
        var until = asked.time("until");
        if (span.isPresent() == until.isPresent()) {
            throw new Refusal(400, "say how long: give either for, such as 2h, or until, such as 2025-09-18T14:00:00Z");
        }
        var end = span.map(PlanApi::span).map(from::plus).or(() -> until).orElse(from);
        if (!end.isAfter(from)) {
            throw new Refusal(400, "a silence has to end after it begins: give a time that is still to come");
        }
        if (end.isAfter(from.plus(LONGEST))) {
            throw new Refusal(
                    400,
                    "a silence lasts " + LONGEST.toDays()
                            + " days at most; what nobody wants to hear of at all can be set to enabled: false");
        }
        return end;
    }

    private static Duration span(String text) {
        return Spans.read(text)
                .orElseThrow(() -> new Refusal(400, "for has to be a duration, such as 30s, 5m, 2h, 1h30m or 7d"));
    }

    private void expire(Context request) {
        var id = request.pathParam("id");
        Answers.json(request, house.expire(id).orElseThrow(() -> cannotExpire(id)));
    }

    private Refusal cannotExpire(String id) {
        return house.silences().stream().anyMatch(silence -> silence.id().equals(id))
                ? new Refusal(409, "silence " + id + " stands in the configuration: take it out of silences there")
                : new Refusal(
                        404,
                        "no silence that is in force is called " + id + "; GET /api/v1/silences lists those there are");
    }

    private void deployments(Context request) {
        Answers.json(request, house.store().deployments(Query.limit(request)));
    }

    private void deployed(Context request) {
        var asked = Asked.of(request, "name", "at");
        var name = asked.text("name")
                .orElseThrow(() -> new Refusal(400, "a deployment needs a name, such as a version or a commit"));
        var at = asked.time("at");
        if (at.filter(time -> time.isAfter(clock.instant().plus(AHEAD))).isPresent()) {
            throw new Refusal(400, "at is in the future: announce a deployment when it happens");
        }
        Answers.created(request, house.deployed(name, at.orElse(null)));
    }
}
