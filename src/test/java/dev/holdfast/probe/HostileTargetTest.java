package dev.holdfast.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.observation.Answered;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HostileTargetTest {
    private static final Duration DEADLINE = Duration.ofMillis(300);

    @ParameterizedTest
    @EnumSource
    void aHostileTargetEndsAtTheDeadlineOrSoonerAndSaysWhatItDid(Hostile hostile) throws Exception {
        try (var target = HostileTarget.of(hostile)) {
            var seen = target.asking().within(DEADLINE).probe();

            assertThat(Hostile.kindOf(seen)).isEqualTo(hostile.kind());
            assertThat(Hostile.statusOf(seen)).isEqualTo(hostile.status());
            assertThat(seen.took()).isLessThan(DEADLINE.plusSeconds(2));
            await().until(() -> target.openConnections() == 0);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ENDLESS_BODY", "ENDLESS_CHUNKS", "GZIP_BOMB"})
    void moreThanAnybodyWantsIsCutAtTheCap(Hostile hostile) throws Exception {
        try (var target = HostileTarget.of(hostile)) {
            var body = ((Answered) target.asking().probe()).body();

            assertThat(body.size()).isEqualTo(64 * 1024);
            assertThat(body.isTruncated()).isTrue();
        }
    }
}
