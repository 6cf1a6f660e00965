package dev.holdfast.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.http.HttpHeaders;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @ParameterizedTest
    @CsvSource({
        "200, Sent",
        "202, Sent",
        "204, Sent",
        "301, GaveUp",
        "308, GaveUp",
        "400, GaveUp",
        "401, GaveUp",
        "404, GaveUp",
        "408, TryLater",
        "410, GaveUp",
        "425, TryLater",
        "429, TryLater",
        "500, TryLater",
        "503, TryLater"
    })
    void theStatusSaysWhetherToTryAgain(int status, String delivery) {
        assertThat(answer(status, Map.of(), "").delivery(NOW).getClass().getSimpleName())
                .isEqualTo(delivery);
    }

    @ParameterizedTest
    @CsvSource({"120, 120", "'Fri, 02 Jan 2026 03:06:05 GMT', 120"})
    void retryAfterIsSecondsOrADate(String retryAfter, int seconds) {
        assertThat(asked(Map.of("Retry-After", List.of(retryAfter)), "")).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "99999999999999999999", "Fri, 02 Jan 2026 03:04:04 GMT"})
    void aWishThatMakesNoSenseIsNone(String retryAfter) {
        assertThat(asked(Map.of("Retry-After", List.of(retryAfter)), "")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"retry_after\":1.5}", "{\"ok\":false,\"parameters\":{\"retry_after\":1.5}}"})
    void aWishMayStandInTheBody(String body) {
        assertThat(asked(Map.of(), body)).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void anAnswerIsOneShortLine() {
        assertThat(answer(400, Map.of(), "no\r\n\u001b[31m" + "x".repeat(1_000))
                        .delivery(NOW)
                        .words())
                .startsWith("400 no [31mxxx")
                .hasSize(200);
    }

    @Test
    void aHostThatNobodyKnowsIsSaidToBeUnknown() {
        var unresolved = new ConnectException();
        unresolved.initCause(new UnresolvedAddressException());

        assertThat(Reply.silence(unresolved).reason()).isEqualTo("the host name is unknown");
        assertThat(Reply.silence(new ConnectException()).reason()).isEqualTo("cannot connect");
    }

    private static @Nullable Duration asked(Map<String, List<String>> headers, String body) {
        return answer(429, headers, body).delivery(NOW) instanceof Delivery.TryLater later ? later.after() : null;
    }

    private static Reply answer(int status, Map<String, List<String>> headers, String body) {
        return new Reply.Answer(status, HttpHeaders.of(headers, (_, _) -> true), body);
    }
}
