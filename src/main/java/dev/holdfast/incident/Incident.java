package dev.holdfast.incident;

import dev.holdfast.observation.MonitorId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One root cause, from the first confirmed failure to the recovery of its last member.
///
/// @param fingerprint the root cause as it is now; follows its members when all of them come to fail otherwise
/// @param failure how it shows: the failure of the member that opened it, or that changed it last
/// @param members everybody who ever belonged, in the order they joined
/// @param channels the names of the channels that were told of the opening
/// @param resolvedAt null while open
/// @param revision counts its changes, from 1
public record Incident(
        IncidentId id,
        Origin origin,
        Fingerprint fingerprint,
        Kind kind,
        Failure failure,
        List<Member> members,
        List<String> channels,
        @Nullable Instant resolvedAt,
        int revision) {

    /// Whether it was good before.
    public enum Kind {
        /// A member was known good: it passed before, or configuration pins a fix.
        REGRESSION,
        /// Never seen good.
        OUTAGE
    }

    /// What is known of an incident from its first moment, and never changes.
    ///
    /// @param occurrence counts the times this root cause was seen, from 1; a fix that configuration pins counts as
    /// one
    /// @param recurrenceOf the earlier incident of the same root cause
    /// @param firstFailedAt the first failure, before it was confirmed
    /// @param lastPassedAt the last time the first member passed; null when it never did
    /// @param deployment the deployment before it, when one was announced
    public record Origin(
            int occurrence,
            @Nullable IncidentId recurrenceOf,
            Severity severity,
            Instant openedAt,
            Instant firstFailedAt,
            @Nullable Instant lastPassedAt,
            @Nullable Fix fix,
            @Nullable Impact impact,
            @Nullable URI runbook,
            @Nullable String deployment) {}

    /// A monitor that belongs, or belonged, to the incident.
    ///
    /// @param fingerprint how it fails now, or failed when it left
    /// @param leftAt when it recovered or was removed; null while it is failing
    public record Member(
            MonitorId monitor,
            Fingerprint fingerprint,
            Instant joinedAt,
            @Nullable Instant leftAt) {

        /// Whether it is still failing.
        public boolean isFailing() {
            return leftAt == null;
        }
    }

    public Incident {
        members = List.copyOf(members);
        channels = List.copyOf(channels);
    }

    /// Whether it still goes on.
    public boolean isOpen() {
        return resolvedAt == null;
    }

    /// The members that are still failing.
    public List<Member> failing() {
        return members.stream().filter(Member::isFailing).toList();
    }

    /// The member `monitor`, while it is failing.
    public Optional<Member> failing(MonitorId monitor) {
        return failing().stream()
                .filter(member -> member.monitor().equals(monitor))
                .findFirst();
    }

    /// With one more failing member. One that was known good makes it a regression.
    Incident joinedBy(Member member, boolean knownGood, List<String> tell) {
        var others = members.stream().filter(known -> !known.monitor().equals(member.monitor()));
        var told = Stream.concat(channels.stream(), tell.stream()).distinct().toList();
        return new Incident(
                id,
                origin,
                fingerprint,
                knownGood ? Kind.REGRESSION : kind,
                failure,
                Stream.concat(others, Stream.of(member)).toList(),
                told,
                resolvedAt,
                revision + 1);
    }

    /// With a member that fails otherwise than before. The root cause is what the failing members agree on; one
    /// dissenter does not change it.
    Incident changedBy(MonitorId monitor, Fingerprint now, Failure shown) {
        var next = mapMember(monitor, member -> new Member(monitor, now, member.joinedAt(), null));
        var agreed = next.stream()
                .filter(Member::isFailing)
                .allMatch(member -> member.fingerprint().equals(now));
        return new Incident(
                id, origin, agreed ? now : fingerprint, kind, shown, next, channels, resolvedAt, revision + 1);
    }

    /// With a member that fails no more. The last one to leave resolves it.
    Incident leftBy(MonitorId monitor, Instant at) {
        var next = mapMember(monitor, member -> new Member(monitor, member.fingerprint(), member.joinedAt(), at));
        var over = next.stream().noneMatch(Member::isFailing);
        return new Incident(id, origin, fingerprint, kind, failure, next, channels, over ? at : null, revision + 1);
    }

    private List<Member> mapMember(MonitorId monitor, UnaryOperator<Member> change) {
        return members.stream()
                .map(member -> member.isFailing() && member.monitor().equals(monitor) ? change.apply(member) : member)
                .toList();
    }
}
