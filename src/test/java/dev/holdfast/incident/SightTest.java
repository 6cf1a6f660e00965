package dev.holdfast.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.incident.Sight.Look;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Whether what got no answer may be believed.
class SightTest {
    private static final Instant SINCE = Instant.parse("2026-01-02T03:00:00Z");
    private static final String CANARY = "https://canary.example.net/";

    @Test
    void whenUnrelatedHostsAndTheCanariesAreSilentHoldfastIsBlind() {
        assertThat(Sight.of(
                        List.of(silent("https://app.example.com/", 1), silent("https://shop.example.org/", 2)),
                        List.of(silent(CANARY, 3)),
                        SINCE,
                        SINCE.plusSeconds(3)))
                .isEqualTo(Sight.BLIND);
    }

    @Test
    void aCanaryThatAnswersMakesTheSightClear() {
        assertThat(Sight.of(
                        List.of(silent("https://app.example.com/", 1), silent("https://shop.example.org/", 2)),
                        List.of(answers(CANARY, 3)),
                        SINCE,
                        SINCE.plusSeconds(3)))
                .isEqualTo(Sight.CLEAR);
    }

    @Test
    void anyAnswerMakesTheSightClearWhateverTheCanariesDo() {
        assertThat(Sight.of(
                        List.of(
                                silent("https://app.example.com/", 1),
                                silent("https://shop.example.org/", 2),
                                answers("https://blog.example.net/", 2)),
                        List.of(silent(CANARY, 3)),
                        SINCE,
                        SINCE.plusSeconds(3)))
                .isEqualTo(Sight.CLEAR);
    }

    @Test
    void anAnswerFromBeforeSaysNothingSoOthersAreAskedForAWhile() {
        var looks = List.of(silent("https://app.example.com/", 1), answers("https://shop.example.org/", -20));

        assertThat(Sight.of(looks, List.of(silent(CANARY, 2)), SINCE, SINCE.plusSeconds(3)))
                .isEqualTo(Sight.UNSURE);
        assertThat(Sight.of(looks, List.of(silent(CANARY, 2)), SINCE, SINCE.plusSeconds(30)))
                .isEqualTo(Sight.CLEAR);
    }

    @Test
    void hostsOfOneDomainAreOnePlace() {
        assertThat(Sight.of(
                        List.of(silent("https://app.example.com/", 1), silent("https://api.example.com/", 2)),
                        List.of(silent(CANARY, 3)),
                        SINCE,
                        SINCE.plusSeconds(3)))
                .as("one place that is down is down")
                .isEqualTo(Sight.CLEAR);
        assertThat(Look.at(URI.create("http://127.0.0.1:1/"), SINCE, false).place())
                .isNotEqualTo(
                        Look.at(URI.create("http://127.0.0.2:1/"), SINCE, false).place());
    }

    @Test
    void withoutCanariesHoldfastBelievesWhatItSees() {
        assertThat(Sight.of(
                        List.of(silent("https://app.example.com/", 1), silent("https://shop.example.org/", 2)),
                        List.of(),
                        SINCE,
                        SINCE.plusSeconds(3)))
                .isEqualTo(Sight.CLEAR);
    }

    private static Look silent(String url, int second) {
        return Look.at(URI.create(url), SINCE.plusSeconds(second), false);
    }

    private static Look answers(String url, int second) {
        return Look.at(URI.create(url), SINCE.plusSeconds(second), true);
    }
}
