package dev.holdfast.config;

import dev.holdfast.verdict.Assertion;
import dev.holdfast.verdict.Expectation;
import dev.holdfast.verdict.Stated;
import dev.holdfast.verdict.StatusSet;
import java.util.Optional;

/// What a monitor has to see.
final class ExpectShape {
    private static final Shape<StatusSet.Range> RANGE = Scalars.scalar(
            "a status",
            Schemas.anyOf(
                    Schemas.integer(100, 999),
                    Schemas.pattern("[1-9][0-9]{2}|[1-9][xX]{2}|[1-9][0-9]{2}\\s*-\\s*[1-9][0-9]{2}")),
            StatusSet::parse,
            "write it such as 401, 2xx or 200-299");

    private static final Shape<StatusSet> STATUSES = ListShape.oneOrMore(RANGE, "401, 2xx, 200-299 or a list of these")
            .where(ranges -> Complaint.unless(!ranges.isEmpty(), "is empty", "name a status, such as 2xx"))
            .as(StatusSet::new);

    static final Section<Expectation> SHAPE = Section.of("expect", keys -> {
        var status = keys.usual("status", STATUSES, "2xx", "The statuses that pass.");
        var review = keys.optional("review", STATUSES, "The statuses a person should look at.");
        var headers = keys.usual(
                "headers",
                new MapShape<>(HeaderShape::nameComplaint, AssertionShape.VALUE, "a mapping of header names to values"),
                "{}",
                "What holds for the first header of a name.");
        var body = keys.usual("body", AssertionShape.TEXT, "[]", "What holds for the body's text.");
        var json = keys.usual(
                "json",
                new MapShape<>(ExpectShape::path, AssertionShape.VALUE, "a mapping of JSONPaths to values"),
                "{}",
                "What holds for the parts of a JSON body that JSONPaths find.");
        var location = keys.optional("location", AssertionShape.VALUE, "What holds for the `Location` header.");
        var longest = keys.optional(
                "max_duration", MonitorShape.POSITIVE, "How long the whole check may take, within the timeout.");
        return given -> new Stated(
                given.get(status),
                Optional.ofNullable(given.maybe(review)).orElse(StatusSet.NONE),
                given.get(headers),
                given.get(body),
                given.get(json),
                given.maybe(location),
                given.maybe(longest));
    });

    private ExpectShape() {}

    private static Optional<Complaint> path(String path) {
        return Assertion.problemWithPath(path)
                .map(_ -> new Complaint("is no JSONPath", "write it such as $.status or $.items[0].name"));
    }
}
