package dev.holdfast.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.diagnosis.Cause;
import dev.holdfast.diagnosis.Clues;
import dev.holdfast.diagnosis.Diagnosis;
import dev.holdfast.diagnosis.Dialect;
import dev.holdfast.diagnosis.Outcome;
import dev.holdfast.incident.Ack;
import dev.holdfast.incident.Calls;
import dev.holdfast.incident.Condition;
import dev.holdfast.incident.Deployment;
import dev.holdfast.incident.Escalation;
import dev.holdfast.incident.Event;
import dev.holdfast.incident.Failure;
import dev.holdfast.incident.Fingerprint;
import dev.holdfast.incident.Fix;
import dev.holdfast.incident.Impact;
import dev.holdfast.incident.Incident;
import dev.holdfast.incident.IncidentId;
import dev.holdfast.incident.Insistence;
import dev.holdfast.incident.MonitorState;
import dev.holdfast.incident.Notice;
import dev.holdfast.incident.Severity;
import dev.holdfast.observation.MonitorId;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void aStateComesBackAsItWent() {
        var state = new MonitorState(
                new Condition.Suspect(AT, 1, new Condition.Up(AT)),
                new MonitorState.Baseline(AT, 401),
                null,
                AT,
                List.of(AT));

        var json = Json.write(state);

        assertThat(json)
                .isEqualTo("{\"condition\":{\"kind\":\"Suspect\",\"since\":\"2026-01-02T03:04:05Z\",\"failures\":1,"
                        + "\"before\":{\"kind\":\"Up\",\"since\":\"2026-01-02T03:04:05Z\"}},"
                        + "\"baseline\":{\"at\":\"2026-01-02T03:04:05Z\",\"status\":401},\"incident\":null,"
                        + "\"checked_at\":\"2026-01-02T03:04:05Z\",\"went_down\":[\"2026-01-02T03:04:05Z\"]}");
        assertThat(Json.read(json, MonitorState.class)).isEqualTo(state);
    }

    @Test
    void aNoticeComesBackAsItWent() {
        var notice = opened();

        var json = Json.write(notice);

        assertThat(Json.read(json, Notice.class)).isEqualTo(notice);
        assertThat(json).contains("\"event\":\"incident_opened\"").contains("\"cause\":\"relation_missing\"");
        assertThat(json)
                .as("only what it is made of")
                .doesNotContain("\"open\":")
                .doesNotContain("\"failing\":");
    }

    private static Notice opened() {
        var monitor = new MonitorId("flags");
        var diagnosis = new Diagnosis(
                Outcome.RELATION_ERROR, 500, Cause.RELATION_MISSING, "modules", Dialect.POSTGRESQL, "gone", "…", null);
        var fingerprint = new Fingerprint("relation_missing modules @ app.example.com");
        var origin = new Incident.Origin(
                2,
                new IncidentId("inc_1"),
                AT,
                AT,
                AT,
                new Fix(AT, Cause.RELATION_MISSING, null, "003"),
                new Impact("contract", new BigDecimal("925000.00"), "GBP"),
                URI.create("https://wiki.example.com/modules"),
                new Deployment("2.4.1", AT),
                false,
                new Insistence(
                        Duration.ofHours(1), List.of(new Escalation(Duration.ofMinutes(15), List.of("managers")))));
        var incident = new Incident(
                new IncidentId("inc_2"),
                origin,
                fingerprint,
                Incident.Kind.REGRESSION,
                Severity.CRITICAL,
                new Failure(
                        monitor,
                        "admin",
                        URI.create("https://app.example.com/"),
                        diagnosis,
                        "got 500",
                        401,
                        Clues.NONE),
                List.of(new Incident.Member(monitor, fingerprint, AT, null)),
                List.of("oncall"),
                new Calls(1, AT, null, AT, 1, AT, 0),
                new Ack(AT, "alice", "on it"),
                null,
                1);
        return new Notice("msg_1", Event.INCIDENT_OPENED, "oncall", AT, AT.plusNanos(1), incident);
    }
}
