package dev.holdfast.alert;

import dev.holdfast.diagnosis.Cause;
import dev.holdfast.diagnosis.Clues;
import dev.holdfast.diagnosis.Diagnosis;
import dev.holdfast.diagnosis.Dialect;
import dev.holdfast.diagnosis.Outcome;
import dev.holdfast.incident.Calls;
import dev.holdfast.incident.Deployment;
import dev.holdfast.incident.Event;
import dev.holdfast.incident.Failure;
import dev.holdfast.incident.Fingerprint;
import dev.holdfast.incident.Fix;
import dev.holdfast.incident.Impact;
import dev.holdfast.incident.Incident;
import dev.holdfast.incident.Incident.Kind;
import dev.holdfast.incident.Incident.Member;
import dev.holdfast.incident.IncidentId;
import dev.holdfast.incident.Insistence;
import dev.holdfast.incident.Notice;
import dev.holdfast.incident.Severity;
import dev.holdfast.observation.MonitorId;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The regression of the mission, in the stages of its life.
final class Incidents {
    static final String OPENED_AT = "2026-01-02T03:04:05Z";
    static final Instant OPENED = Instant.parse(OPENED_AT);
    static final String EVIDENCE = "ERROR: relation \"analytics_modules\" does not exist";

    private static final Fingerprint ROOT = new Fingerprint("relation_missing analytics_modules @ app.example.com");

    private Incidents() {}

    static Incident open(String id, String... channels) {
        return incident(id, Kind.REGRESSION, EVIDENCE, null, List.of(channels), "feature_flags", "modules");
    }

    static Incident openWithEvidence(String evidence, String channel) {
        return incident("inc_1", Kind.REGRESSION, evidence, null, List.of(channel), "feature_flags", "modules");
    }

    /// One in which all that an endpoint may have written is `text`.
    static Incident saying(String text, String channel) {
        var open = openWithEvidence(text, channel);
        var diagnosis = new Diagnosis(
                Outcome.RELATION_ERROR, 500, Cause.RELATION_MISSING, text, Dialect.POSTGRESQL, text, text, "signature");
        var known = open.failure();
        return new Incident(
                open.id(),
                open.origin(),
                open.fingerprint(),
                open.kind(),
                open.severity(),
                new Failure(
                        known.monitor(),
                        known.group(),
                        known.url(),
                        diagnosis,
                        text,
                        known.previousStatus(),
                        known.clues()),
                open.members(),
                open.channels(),
                open.calls(),
                open.ack(),
                null,
                open.revision());
    }

    /// One of `monitor_0` and so on.
    static Incident ofMembers(int number, String channel) {
        var monitors = IntStream.range(0, number).mapToObj(i -> "monitor_" + i).toArray(String[]::new);
        return incident("inc_1", Kind.REGRESSION, EVIDENCE, null, List.of(channel), monitors);
    }

    static Incident outage(String id, String... channels) {
        return incident(id, Kind.OUTAGE, EVIDENCE, null, List.of(channels), "feature_flags");
    }

    static Incident resolved(Incident open, Instant at) {
        var members = open.members().stream()
                .map(member -> new Member(member.monitor(), member.fingerprint(), member.joinedAt(), at))
                .toList();
        return new Incident(
                open.id(),
                open.origin(),
                open.fingerprint(),
                open.kind(),
                open.severity(),
                open.failure(),
                members,
                open.channels(),
                open.calls(),
                open.ack(),
                at,
                open.revision() + 1);
    }

    static Notice notice(Event event, Incident incident, String channel, Instant at) {
        var id = "msg_" + incident.id() + "_" + event.type() + "_" + channel;
        return new Notice(id, event, channel, at, at, incident);
    }

    static Notice opened(String incident, String channel) {
        return notice(Event.INCIDENT_OPENED, open(incident, channel), channel, OPENED);
    }

    static Notice resolved(String incident, String channel) {
        var over = OPENED.plusSeconds(250);
        return notice(Event.INCIDENT_RESOLVED, resolved(open(incident, channel), over), channel, over);
    }

    private static Incident incident(
            String id,
            Kind kind,
            String evidence,
            @Nullable Instant resolvedAt,
            List<String> channels,
            String... monitors) {
        return new Incident(
                new IncidentId(id),
                origin(),
                ROOT,
                kind,
                Severity.CRITICAL,
                failure(monitors[0], evidence),
                Stream.of(monitors)
                        .map(name -> new Member(new MonitorId(name), ROOT, OPENED, null))
                        .toList(),
                channels,
                new Calls(0, null, null, null, 0, null, 0),
                null,
                resolvedAt,
                1);
    }

    private static Incident.Origin origin() {
        return new Incident.Origin(
                2,
                new IncidentId("inc_0"),
                OPENED,
                OPENED.minusSeconds(1),
                OPENED.minusSeconds(31),
                new Fix(
                        Instant.parse("2025-09-18T00:00:00Z"),
                        Cause.RELATION_MISSING,
                        "analytics_modules",
                        "003_add_phase3_enhancements"),
                new Impact("contract waiting on feature flags", new BigDecimal("925000"), "GBP"),
                URI.create("https://wiki.example.com/runbooks/analytics-modules"),
                new Deployment("release 42", OPENED.minusSeconds(200)),
                false,
                Insistence.NONE);
    }

    private static Failure failure(String monitor, String evidence) {
        return new Failure(
                new MonitorId(monitor),
                "admin",
                URI.create("https://app.example.com/api/v1/admin/feature-flags"),
                new Diagnosis(
                        Outcome.RELATION_ERROR,
                        500,
                        Cause.RELATION_MISSING,
                        "analytics_modules",
                        Dialect.POSTGRESQL,
                        "relation \"analytics_modules\" does not exist",
                        evidence,
                        "postgresql_undefined_table"),
                "expected 401, got 500: relation \"analytics_modules\" does not exist",
                401,
                new Clues("x-request-id 7f3a", null, List.of()));
    }
}
