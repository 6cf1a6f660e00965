package dev.holdfast.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.incident.Notice;
import dev.holdfast.incident.Outbox.Attempt;
import dev.holdfast.incident.Outbox.Attempt.Ending;
import dev.holdfast.incident.Outbox.Owed;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetriesTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Delivery.TryLater LATER = later(null);

    @Test
    void whatWasSentIsOverAndDone() {
        var attempt = retries().after(owed(0, NOW), new Delivery.Sent("202"), NOW);

        assertThat(attempt.ending()).isEqualTo(Ending.SENT);
        assertThat(attempt.number()).isEqualTo(1);
        assertThat(attempt.retryAt()).isNull();
    }

    @Test
    void whatCanNeverArriveIsGivenUpAtOnce() {
        var attempt = retries().after(owed(0, NOW), new Delivery.GaveUp("404"), NOW);

        assertThat(attempt.ending()).isEqualTo(Ending.GAVE_UP);
        assertThat(attempt.answer()).isEqualTo("404");
        assertThat(attempt.retryAt()).isNull();
    }

    @Test
    void thePauseIsDrawnFromASpanThatDoublesToFiveMinutes() {
        assertThat(longest(1)).isBetween(Duration.ofMillis(900), Duration.ofSeconds(1));
        assertThat(longest(2)).isBetween(Duration.ofMillis(1800), Duration.ofSeconds(2));
        assertThat(longest(5)).isBetween(Duration.ofSeconds(14), Duration.ofSeconds(16));
        assertThat(longest(9)).isBetween(Duration.ofSeconds(230), Duration.ofSeconds(256));
        assertThat(longest(10)).isBetween(Duration.ofSeconds(270), Duration.ofMinutes(5));
        assertThat(longest(5_000)).isBetween(Duration.ofSeconds(270), Duration.ofMinutes(5));
    }

    @Test
    void thePauseIsNeverShorterThanTheReceiverAsks() {
        assertThat(pause(1, later(Duration.ofMinutes(7)))).isEqualTo(Duration.ofMinutes(7));
    }

    @Test
    void aReceiverCannotAskForever() {
        assertThat(pause(1, later(Duration.ofDays(1_000)))).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void afterADayOfTryingItIsGivenUp() {
        var tried = owed(400, NOW.minus(Duration.ofDays(1)));

        var attempt = retries().after(tried, LATER, NOW);

        assertThat(attempt.ending()).isEqualTo(Ending.GAVE_UP);
        assertThat(attempt.answer()).isEqualTo("tried for a day, at last: 503");
    }

    @Test
    void aHoldfastThatWasAwayForADayStillTriesWhatIsOwed() {
        var attempt = retries().after(owed(0, NOW.minus(Duration.ofDays(2))), LATER, NOW);

        assertThat(attempt.ending()).isEqualTo(Ending.RETRY);
    }

    private static Duration longest(int tries) {
        var retries = retries();
        return IntStream.range(0, 500)
                .mapToObj(_ -> pause(retries.after(owed(tries - 1, NOW), LATER, NOW)))
                .max(Duration::compareTo)
                .orElseThrow();
    }

    private static Duration pause(int tries, Delivery.TryLater later) {
        return pause(retries().after(owed(tries - 1, NOW), later, NOW));
    }

    private static Duration pause(Attempt attempt) {
        return Duration.between(NOW, Objects.requireNonNull(attempt.retryAt()));
    }

    private static Retries retries() {
        RandomGenerator random = new Random(1);
        return new Retries(random);
    }

    private static Owed owed(int attempts, Instant since) {
        return new Owed(Notice.test("oncall", since), attempts);
    }

    private static Delivery.TryLater later(@Nullable Duration after) {
        return new Delivery.TryLater(after, "503");
    }
}
