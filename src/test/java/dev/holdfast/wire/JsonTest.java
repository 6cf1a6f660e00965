package dev.holdfast.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.incident.Condition;
import dev.holdfast.incident.MonitorState;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JsonTest {
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void aStateComesBackAsItWent() {
        var state = new MonitorState(
                new Condition.Suspect(AT, 1, new Condition.Up(AT)), new MonitorState.Baseline(AT, 401), null);

        var json = Json.write(state);

        assertThat(json)
                .isEqualTo("{\"condition\":{\"kind\":\"Suspect\",\"since\":\"2026-01-02T03:04:05Z\",\"failures\":1,"
                        + "\"before\":{\"kind\":\"Up\",\"since\":\"2026-01-02T03:04:05Z\"}},"
                        + "\"baseline\":{\"at\":\"2026-01-02T03:04:05Z\",\"status\":401},\"incident\":null}");
        assertThat(Json.read(json, MonitorState.class)).isEqualTo(state);
    }
}
