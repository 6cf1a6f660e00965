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
/// @param severity how urgent it is; it can only rise
/// @param channels the names of the channels that were told of the opening
/// @param calls how often they have been called since
/// @param ack who takes care of it, null while nobody said so
/// @param resolvedAt null while open
/// @param revision counts its changes, from 1
public record Incident(
        IncidentId id,
        Origin origin,
        Fingerprint fingerprint,
        Kind kind,
        Severity severity,
        Failure failure,
        List<Member> members,
        List<String> channels,
        Calls calls,
        @Nullable Ack ack,
        @Nullable Instant resolvedAt,
        int revision) {

    /// Whether it was good before.
    public enum Kind {
        /// A member was known good: it passed before, or configuration pins a fix.
        REGRESSION,
        /// Never seen good.
        OUTAGE
    }

    /// What is known of an incident from its first moment. Only fix, impact and runbook may become known later, with a
    /// member whose configuration has them.
    ///
    /// @param occurrence counts the times this root cause was seen, from 1; a fix that configuration pins counts as
    /// one
    /// @param recurrenceOf the earlier incident of the same root cause
    /// @param firstFailedAt the first failure, before it was confirmed
    /// @param lastPassedAt the last time the first member passed; null when it never did
    /// @param fix what had ended it before: pinned, or the end of the earlier incident
    /// @param deployment the deployment before it, when one was announced
    /// @param flaps whether its first member goes down and comes up again and again
    /// @param insistence how people are called again
    public record Origin(
            int occurrence,
            @Nullable IncidentId recurrenceOf,
            Instant openedAt,
            Instant firstFailedAt,
            @Nullable Instant lastPassedAt,
            @Nullable Fix fix,
            @Nullable Impact impact,
            @Nullable URI runbook,
            @Nullable Deployment deployment,
            boolean flaps,
            Insistence insistence) {

        /// With what `newcomer` knows and nobody knew before.
        Origin knownBy(Situation newcomer) {
            var pinned = fix == null ? newcomer.pinned().orElse(null) : null;
            return new Origin(
                    pinned == null ? occurrence : Math.max(2, occurrence),
                    recurrenceOf,
                    openedAt,
                    firstFailedAt,
                    lastPassedAt,
                    pinned == null ? fix : pinned,
                    impact == null ? newcomer.subject().impact() : impact,
                    runbook == null ? newcomer.subject().runbook() : runbook,
                    deployment,
                    flaps,
                    insistence);
        }
    }

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

    /// The channels of `wanted` that know nothing of it yet.
    List<String> untold(List<String> wanted) {
        return wanted.stream().filter(channel -> !channels.contains(channel)).toList();
    }

    /// With one more failing member. One that was known good makes it a regression.
    Incident joinedBy(Situation newcomer) {
        var others = members.stream().filter(known -> !known.monitor().equals(newcomer.monitor()));
        return new Incident(
                id,
                origin.knownBy(newcomer),
                fingerprint,
                newcomer.kind() == Kind.REGRESSION ? Kind.REGRESSION : kind,
                severity.or(newcomer.severity()),
                failure,
                Stream.concat(others, Stream.of(newcomer.member())).toList(),
                channels,
                calls,
                ack,
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
        return with(agreed ? now : fingerprint, shown, next, resolvedAt);
    }

    /// With a member that fails no more. The last one to leave resolves it.
    Incident leftBy(MonitorId monitor, Instant at) {
        var next = mapMember(monitor, member -> new Member(monitor, member.fingerprint(), member.joinedAt(), at));
        var over = next.stream().noneMatch(Member::isFailing);
        return with(fingerprint, failure, next, over ? at : null);
    }

    private Incident with(Fingerprint print, Failure shown, List<Member> next, @Nullable Instant end) {
        return new Incident(id, origin, print, kind, severity, shown, next, channels, calls, ack, end, revision + 1);
    }

    /// After telling `fresh` of the opening, too.
    Incident toldTo(List<String> fresh) {
        var told = Stream.concat(channels.stream(), fresh.stream()).distinct().toList();
        return calling(told, calls, ack);
    }

    /// After calling people once more.
    Incident calling(Calls more) {
        return calling(channels, more, ack);
    }

    /// With somebody who takes care of it.
    Incident acknowledged(Ack by) {
        return calling(channels, calls, by);
    }

    private Incident calling(List<String> told, Calls more, @Nullable Ack by) {
        return new Incident(
                id, origin, fingerprint, kind, severity, failure, members, told, more, by, resolvedAt, revision + 1);
    }

    private List<Member> mapMember(MonitorId monitor, UnaryOperator<Member> change) {
        return members.stream()
                .map(member -> member.isFailing() && member.monitor().equals(monitor) ? change.apply(member) : member)
                .toList();
    }
}
