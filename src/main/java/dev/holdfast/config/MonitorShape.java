package dev.holdfast.config;

import dev.holdfast.verdict.Expectation;
import dev.holdfast.verdict.Usual;
import java.time.Duration;
import java.util.Objects;

/// One monitor.
final class MonitorShape {
    /// A duration that is some time.
    static final Shape<Duration> POSITIVE =
            Scalars.DURATION.where(duration -> Complaint.unless(duration.isPositive(), "is no time at all", ""));

    private static final String[] LATER = {"steps", "schema", "tcp", "dns", "tls_only", "grpc", "websocket", "heartbeat"
    };

    private MonitorShape() {}

    static Section<Monitor> of(Names names) {
        return Section.of("monitor", keys -> {
            var subject = SubjectShape.declare(keys, names);
            var http = HttpShape.declare(keys, names);
            var expect = keys.optional(
                    "expect", ExpectShape.SHAPE, "What passes; by default 2xx, and without credentials 401 and 403.");
            var cadence = CadenceShape.declare(keys);
            var enabled = keys.usual("enabled", Scalars.BOOLEAN, "true", "`false` keeps it on the page, unchecked.");
            keys.later(LATER);
            return given -> {
                var asked = http.apply(given);
                var expected = Objects.requireNonNullElseGet(
                        given.maybe(expect), () -> (Expectation) new Usual(asked.credential() != null));
                return new Monitor(
                        subject.apply(given, asked.url()), asked, expected, cadence.apply(given), given.get(enabled));
            };
        });
    }
}
