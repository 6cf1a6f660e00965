package dev.holdfast.cli;

import dev.holdfast.diagnosis.Redaction;
import dev.holdfast.observation.Answered;
import dev.holdfast.observation.Answered.Hop;
import dev.holdfast.observation.NotTried;
import dev.holdfast.observation.Observation;
import dev.holdfast.observation.Peer;
import dev.holdfast.observation.Phases.Phase;
import dev.holdfast.observation.Request;
import dev.holdfast.observation.Unanswered;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What one check saw, for a person: where it went, whom it met, what came back, how long each part took.
final class Sight {
    private Sight() {}

    static void of(Observation seen, Lines lines) {
        switch (seen) {
            case Answered answered -> {
                way(answered.hops(), answered.request(), lines);
                peer(answered.peer(), answered.at(), lines);
                phases(answered, lines);
                lines.add("answer", answer(answered));
            }
            case Unanswered unanswered -> {
                way(unanswered.hops(), unanswered.request(), lines);
                peer(unanswered.peer(), unanswered.at(), lines);
                phases(unanswered, lines);
                lines.add("answer", "none");
            }
            case NotTried notTried -> lines.add("asked", "nothing: " + asked(notTried.request()) + " was not tried");
        }
    }

    private static void way(List<Hop> hops, Request request, Lines lines) {
        hops.forEach(hop -> lines.add("followed", hop.status() + " of " + shown(hop.from())));
        lines.add("asked", asked(request));
    }

    private static String asked(Request request) {
        return request.method() + " " + shown(request.uri())
                + request.presented()
                        .map(credential -> ", with the credential " + credential)
                        .orElse("");
    }

    private static String shown(URI uri) {
        return Redaction.of(uri.toString());
    }

    private static void peer(@Nullable Peer peer, Instant at, Lines lines) {
        if (peer == null) {
            return;
        }
        var address = peer.address().getHostAddress();
        var tls = peer.tls();
        var protocol = tls == null || tls.protocol() == null ? "" : ", " + tls.protocol();
        lines.add("peer", (address.contains(":") ? "[" + address + "]" : address) + ":" + peer.port() + protocol);
        if (tls != null) {
            tls.chain().forEach(certificate -> lines.add("certificate", certificate(certificate, at)));
        }
    }

    private static String certificate(Peer.Certificate certificate, Instant at) {
        return Redaction.of(certificate.subject()) + ", by " + Redaction.of(certificate.issuer()) + ", from "
                + certificate.notBefore() + " to " + certificate.notAfter() + " (" + left(certificate, at) + ")";
    }

    private static String left(Peer.Certificate certificate, Instant at) {
        var left = Duration.between(at, certificate.notAfter());
        return left.isNegative() ? "over" : left.toDays() + " days left";
    }

    private static void phases(Observation seen, Lines lines) {
        var parts = Arrays.stream(Phase.values())
                .flatMap(phase -> seen.phases().of(phase).stream().map(took -> Words.of(phase) + " " + millis(took)))
                .collect(Collectors.joining(", "));
        lines.add("took", millis(seen.took()) + (parts.isEmpty() ? "" : ": " + parts));
    }

    private static String millis(Duration took) {
        return String.format(Locale.ROOT, "%.1f ms", took.toNanos() / 1e6);
    }

    private static String answer(Answered answered) {
        var type = answered.headers()
                .first("content-type")
                .map(value -> Redaction.of(value) + ", ")
                .orElse("");
        return answered.status() + ", " + answered.headers().fields().size() + " headers, " + type + answered.body()
                + answered.trouble()
                        .map(trouble -> ", broken off: " + Redaction.of(trouble.detail()))
                        .orElse("");
    }
}
