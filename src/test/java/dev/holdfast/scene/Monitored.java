package dev.holdfast.scene;

import dev.holdfast.incident.Escalation;
import dev.holdfast.incident.Fix;
import dev.holdfast.incident.Flapping;
import dev.holdfast.incident.Impact;
import dev.holdfast.incident.Insistence;
import dev.holdfast.incident.Patience;
import dev.holdfast.incident.Severity;
import dev.holdfast.incident.Subject;
import dev.holdfast.observation.MonitorId;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A monitor for tests, told to `oncall` and usual in all that is not said.
public final class Monitored {
    private final String name;
    private String group = "admin";
    private URI url;
    private Patience patience = Patience.USUAL;
    private @Nullable Severity severity;
    private @Nullable Fix fix;
    private @Nullable Impact impact;
    private @Nullable URI runbook;
    private List<String> channels = List.of("oncall");
    private Insistence insistence = Insistence.NONE;
    private Map<String, String> labels = new HashMap<>();
    private List<MonitorId> dependsOn = List.of();

    private Monitored(String name) {
        this.name = name;
        this.url = URI.create("https://app.example.com/api/v1/" + name.replace('_', '-'));
    }

    public static Monitored as(String name) {
        return new Monitored(name);
    }

    public Monitored in(String group) {
        this.group = group;
        return this;
    }

    public Monitored at(String url) {
        this.url = URI.create(url);
        return this;
    }

    public Monitored confirmedBy(int probes, int recoverProbes) {
        patience = new Patience(probes, patience.confirmEvery(), recoverProbes, patience.flapping());
        return this;
    }

    public Monitored flappingAfter(int downs, Duration within, Duration calm) {
        patience = new Patience(
                patience.confirmProbes(),
                patience.confirmEvery(),
                patience.recoverProbes(),
                new Flapping(downs, within, calm));
        return this;
    }

    public Monitored severe(Severity how) {
        severity = how;
        return this;
    }

    public Monitored fixed(Fix by) {
        fix = by;
        return this;
    }

    public Monitored worth(Impact what) {
        impact = what;
        return this;
    }

    public Monitored explainedAt(String runbook) {
        this.runbook = URI.create(runbook);
        return this;
    }

    public Monitored telling(String... channels) {
        this.channels = List.of(channels);
        return this;
    }

    public Monitored remindingAfter(Duration first) {
        insistence = new Insistence(first, insistence.escalations());
        return this;
    }

    public Monitored escalating(Duration after, String... channels) {
        insistence = new Insistence(
                insistence.remindAfter(),
                Stream.concat(insistence.escalations().stream(), Stream.of(new Escalation(after, List.of(channels))))
                        .toList());
        return this;
    }

    public Monitored labelled(String label, String value) {
        labels.put(label, value);
        return this;
    }

    public Monitored dependingOn(String... others) {
        dependsOn = Stream.of(others).map(MonitorId::new).toList();
        return this;
    }

    public Subject subject() {
        return new Subject(
                new MonitorId(name),
                group,
                url,
                url.getHost(),
                patience,
                severity,
                fix,
                impact,
                runbook,
                channels,
                insistence,
                labels,
                dependsOn);
    }
}
