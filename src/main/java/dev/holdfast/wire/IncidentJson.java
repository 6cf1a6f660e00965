package dev.holdfast.wire;

import dev.holdfast.diagnosis.Cause;
import dev.holdfast.diagnosis.Dialect;
import dev.holdfast.diagnosis.Outcome;
import dev.holdfast.incident.Ack;
import dev.holdfast.incident.Deployment;
import dev.holdfast.incident.Fix;
import dev.holdfast.incident.Impact;
import dev.holdfast.incident.Incident;
import dev.holdfast.incident.IncidentId;
import dev.holdfast.incident.Severity;
import dev.holdfast.observation.MonitorId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An incident in the shape of the contract: what webhooks, API and command line show.
///
/// @param ack who takes care of it, null while nobody said so
/// @param members the monitors that are failing by this cause; all that ever did once it is resolved
public record IncidentJson(
        IncidentId id,
        Incident.Kind kind,
        int occurrence,
        @Nullable IncidentId recurrenceOf,
        MonitorId monitor,
        String group,
        List<MonitorId> members,
        URI url,
        @Nullable Integer status,
        @Nullable Integer previousStatus,
        Outcome outcome,
        Cause cause,
        @Nullable String relation,
        @Nullable Dialect dialect,
        Severity severity,
        Instant openedAt,
        Instant firstFailedAt,
        @Nullable Instant lastPassedAt,
        @Nullable Instant resolvedAt,
        String evidence,
        @Nullable String requestId,
        @Nullable String traceId,
        @Nullable URI runbook,
        @Nullable Impact impact,
        @Nullable Deployment deployment,
        @Nullable Fix fix,
        @Nullable Ack ack) {

    /// The shape of `incident`.
    public static IncidentJson of(Incident incident) {
        var failure = incident.failure();
        var origin = incident.origin();
        var diagnosis = failure.diagnosis();
        var members = incident.isOpen() ? incident.failing() : incident.members();
        return new IncidentJson(
                incident.id(),
                incident.kind(),
                origin.occurrence(),
                origin.recurrenceOf(),
                failure.monitor(),
                failure.group(),
                members.stream().map(Incident.Member::monitor).toList(),
                failure.url(),
                diagnosis.status(),
                failure.previousStatus(),
                diagnosis.outcome(),
                diagnosis.cause(),
                diagnosis.relation(),
                diagnosis.dialect(),
                incident.severity(),
                origin.openedAt(),
                origin.firstFailedAt(),
                origin.lastPassedAt(),
                incident.resolvedAt(),
                diagnosis.evidence(),
                failure.clues().requestId(),
                failure.clues().traceId(),
                origin.runbook(),
                origin.impact(),
                origin.deployment(),
                origin.fix(),
                incident.ack());
    }
}
