package dev.holdfast.config;

import dev.holdfast.diagnosis.Cause;
import dev.holdfast.incident.Fix;
import dev.holdfast.incident.Impact;
import dev.holdfast.incident.Severity;
import dev.holdfast.incident.Subject;
import dev.holdfast.observation.MonitorId;
import java.net.URI;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// What the life of an incident has to know of a monitor.
final class SubjectShape {
    private static final List<Cause> CAUSES =
            Stream.of(Cause.values()).filter(cause -> cause != Cause.NONE).toList();

    private static final Section<Fix> FIX = Section.of("fixed", keys -> {
        var at = keys.required("at", Scalars.TIME, "When it was fixed.");
        var cause = keys.optional("cause", Scalars.word(CAUSES), "What was wrong; when left out, any failure counts.");
        var relation = keys.optional("relation", Scalars.TEXT, "The relation that was missing.");
        var by = keys.optional("by", Scalars.TEXT, "What fixed it, such as the name of a migration.");
        return given -> new Fix(given.get(at), given.maybe(cause), given.maybe(relation), given.maybe(by));
    });

    private static final Shape<String> CURRENCY = Scalars.scalar(
            "an ISO 4217 currency code",
            Schemas.pattern("[A-Z]{3}"),
            text -> Currency.getAvailableCurrencies().stream()
                    .map(Currency::getCurrencyCode)
                    .filter(text::equals)
                    .findFirst(),
            "write it such as GBP");

    private static final Section<Impact> IMPACT = Section.of("impact", keys -> {
        var note = keys.optional("note", Scalars.TEXT, "What is at stake, in words.");
        var value = keys.optional(
                "value",
                Scalars.NUMBER.where(some -> Complaint.unless(some.signum() >= 0, "is less than nothing", "")),
                "The money at risk while it is down.");
        var currency = keys.optional("currency", CURRENCY, "Its currency.");
        keys.together("value", "currency");
        return given -> new Impact(given.maybe(note), given.maybe(value), given.maybe(currency));
    });

    private SubjectShape() {}

    /// Declares its keys; what is returned makes the subject of what was given and the endpoint.
    static BiFunction<Given, URI, Subject> declare(Keys keys, Names names) {
        var name = keys.required(
                "name", Scalars.TEXT.where(Names::complaint).as(MonitorId::new), "Its identity everywhere; unique.");
        var group = keys.usual("group", Scalars.TEXT, "''", "What it belongs to, on the page and in metrics.");
        var scope = keys.optional(
                "scope", Scalars.TEXT, "The service whose database and program it shares; by default the URL's host.");
        var severity = keys.optional(
                "severity", Scalars.word(Severity.class), "How urgent it is; by default kind and cause decide.");
        var notify = keys.usual(
                "notify",
                ListShape.oneOrMore(names.channel(), "names of channels"),
                names.everyChannel(),
                "The channels to tell, in order; by default every channel, `[]` for none.");
        var runbook = keys.optional("runbook", Urls.LINK, "What on-call should read.");
        var impact = keys.optional("impact", IMPACT, "What is at stake.");
        var fix = keys.optional("fixed", FIX, "A fix that is known: breaking again is a regression.");
        var patience = PatienceShape.declare(keys);
        var insistence = InsistenceShape.declare(keys, names);
        var labels = keys.usual("labels", Labels.SHAPE, "{}", "Words of your own about it.");
        // Read here to be checked; what counts comes from all monitors together.
        keys.usual(
                "depends_on",
                ListShape.oneOrMore(names.monitor(), "names of monitors"),
                "[]",
                "What it cannot work without: while one of these is down, nobody is told of this one.");
        var dependencies = names.dependencies();
        return (given, url) -> new Subject(
                given.get(name),
                given.get(group),
                url,
                Objects.requireNonNullElse(given.maybe(scope), url.getHost().toLowerCase(Locale.ROOT)),
                patience.apply(given),
                given.maybe(severity),
                given.maybe(fix),
                given.maybe(impact),
                given.maybe(runbook),
                given.get(notify).stream().distinct().toList(),
                insistence.apply(given),
                given.get(labels),
                dependencies.of(given.get(name)));
    }
}
