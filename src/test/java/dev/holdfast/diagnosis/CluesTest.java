package dev.holdfast.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CluesTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @ParameterizedTest
    @CsvSource({
        "X-Request-Id, 7f3a-12, x-request-id 7f3a-12",
        "CF-Ray, 7d4e2a1b3c5d6e7f-AMS, cf-ray 7d4e2a1b3c5d6e7f-AMS",
        "x-amzn-RequestId, c6af9ac6-7b61, x-amzn-requestid c6af9ac6-7b61",
    })
    void aHeaderTellsTheRequestsId(String name, String value, String clue) {
        assertThat(clues(500, Map.of(name, value), "").requestId()).isEqualTo(clue);
    }

    @Test
    void headersTellTheTrace() {
        assertThat(clues(200, Map.of("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01"), "")
                        .traceId())
                .isEqualTo(TRACE);
        var timing = "trace;desc=00-" + TRACE + "-00f067aa0ba902b7-01, db;dur=53, cache;desc=\"hit, warm\";dur=2.1";

        assertThat(clues(200, Map.of("server-timing", timing), ""))
                .isEqualTo(new Clues(null, TRACE, List.of("db;dur=53", "cache;desc=\"hit, warm\";dur=2.1")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"error\":{\"message\":\"x\",\"requestId\":\"req_8dJ2\"}} | request id req_8dJ2 | ",
                "{\"request_id\":\"a1b2-c3\"} | request id a1b2-c3 | ",
                "{\"correlation_id\":\"c-77aa\"} | correlation id c-77aa | ",
                "{\"title\":\"x\",\"traceId\":\"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00\"} | | 4bf92f3577b34da6a3ce929d0e0e4736",
                "{\"trace_id\":\"4bf92f3577b34da6a3ce929d0e0e4736\"} | | 4bf92f3577b34da6a3ce929d0e0e4736",
                "{\"traceId\":\"5f9c1e\"} | trace id 5f9c1e | ",
                "{\"type\":\"about:blank\",\"instance\":\"/errors/4f2a\"} | instance /errors/4f2a | ",
                "{\"instance\":\"/flags\",\"errorId\":\"e-19aa\"} | error id e-19aa | ",
                "<html><b>Ray ID:</b> 7d4e2a1b3c5d6e7f</html> | ray id 7d4e2a1b3c5d6e7f | ",
                "Access Denied. Reference #18.2d3e1702.1690 | reference 18.2d3e1702.1690 | ",
                "<Error><RequestId>4442587FB7D0A2F9</RequestId></Error> | request id 4442587FB7D0A2F9 | ",
                "the request id is missing | | ",
                "{\"requestId\":{\"a\":1}} | | ",
            })
    void aBodyTellsThemWhereNoHeaderDoes(String body, @Nullable String requestId, @Nullable String traceId) {
        assertThat(clues(500, Map.of(), body)).isEqualTo(new Clues(requestId, traceId, List.of()));
        assertThat(clues(200, Map.of(), body)).isEqualTo(Clues.NONE);
        assertThat(clues(500, Map.of("x-request-id", "h-1"), body).requestId()).isEqualTo("x-request-id h-1");
    }

    private static Clues clues(int status, Map<String, String> headers, String body) {
        return Diagnostician.standard()
                .explain(Seen.answered(status, headers, body.getBytes(StandardCharsets.UTF_8)))
                .clues();
    }
}
