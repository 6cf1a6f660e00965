package dev.holdfast.alert;

import dev.holdfast.diagnosis.Guide;
import dev.holdfast.incident.Ack;
import dev.holdfast.incident.Deployment;
import dev.holdfast.incident.Fix;
import dev.holdfast.incident.Headline;
import dev.holdfast.incident.Impact;
import dev.holdfast.incident.Incident;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a person who was just woken wants to know of an incident, by name, most wanted first: why, since when, who is
/// affected, what to do first.
final class Facts {
    /// What to do first.
    static final String FIRST = "First";

    /// Names of monitors, as long as a small channel has room for.
    private static final int NAMES = 150;

    private Facts() {}

    static Map<String, String> of(Incident incident) {
        var origin = incident.origin();
        var broken = origin.firstFailedAt();
        var facts = new LinkedHashMap<String, String>();
        facts.put("Reason", incident.failure().reason());
        facts.put("Endpoint", incident.failure().url().toString());
        facts.put("Failing since", time(broken));
        put(facts, "Recovered", incident.resolvedAt(), at -> time(at) + ", after " + Headline.duration(broken, at));
        put(facts, "Last good", origin.lastPassedAt(), Facts::time);
        put(facts, "Fix", origin.fix(), fix -> held(fix, broken));
        put(facts, "Deployment", origin.deployment(), deployment -> before(deployment, broken));
        facts.put("Affected", affected(incident));
        put(facts, "Impact", origin.impact(), Facts::impact);
        put(facts, "Acknowledged", incident.ack(), Facts::acknowledged);
        facts.put(FIRST, advice(incident));
        put(facts, "Request", incident.failure().clues().requestId(), Function.identity());
        put(facts, "Trace", incident.failure().clues().traceId(), Function.identity());
        facts.values().removeIf(String::isBlank);
        return facts;
    }

    private static <T> void put(
            Map<String, String> facts, String name, @Nullable T value, Function<T, String> inWords) {
        if (value != null) {
            facts.put(name, inWords.apply(value));
        }
    }

    private static String held(Fix fix, Instant broken) {
        return fix.at().atZone(ZoneOffset.UTC).toLocalDate()
                + Optional.ofNullable(fix.by()).map(by -> " by " + by).orElse("")
                + ", held " + Headline.duration(fix.at(), broken);
    }

    private static String before(Deployment deployment, Instant broken) {
        return deployment.name() + ", " + Headline.duration(deployment.at(), broken) + " before";
    }

    private static String acknowledged(Ack ack) {
        return "by " + ack.by() + " at " + time(ack.at()) + (ack.note().isBlank() ? "" : ": " + ack.note());
    }

    private static String impact(Impact impact) {
        var money = impact.value() == null
                ? ""
                : impact.value().toPlainString() + " "
                        + Optional.ofNullable(impact.currency()).orElse("");
        return Stream.of(Optional.ofNullable(impact.note()).orElse(""), money.strip())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String affected(Incident incident) {
        var members = incident.isOpen() ? incident.failing() : incident.members();
        return names(members.stream().map(member -> member.monitor().name()).toList());
    }

    /// As many of `names` as there is room for, and how many more there are.
    static String names(List<String> names) {
        return Text.names(names, NAMES);
    }

    /// When it is over there is nothing left to do.
    private static String advice(Incident incident) {
        return incident.isOpen() ? Guide.first(incident.failure().diagnosis().cause()) : "";
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
