package dev.holdfast.alert;

import static dev.holdfast.alert.Incidents.OPENED;
import static dev.holdfast.alert.Incidents.opened;
import static dev.holdfast.alert.Incidents.resolved;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.incident.Event;
import dev.holdfast.incident.Notice;
import dev.holdfast.secret.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every channel promises, whoever is at its other end.
abstract class ChannelContract {
    /// A secret that every channel under test is given, in its URL or beside it.
    static final String KEY = "KEYKEYKEYKEYKEYKEYKEYKEYKEYKEYKE";

    /// Markup of every kind that a receiver may understand.
    static final String MARKUP = "<script>alert(1)</script> <!channel> @everyone **bold** _it_ [x](http://evil.example)"
            + " ``` &amp; \u001b[31m \u202e {{ x }}\r\nBcc: mallory@evil.example\r\n.\r\n";

    private static final int NOBODY = 1;
    private static final Duration SOON = Duration.ofMillis(300);

    final HeldClock clock = new HeldClock(Incidents.OPENED_AT);
    final Sent earlier = new Sent();
    private final Channels channels = channels(Duration.ofSeconds(15));

    /// Somebody at the other end.
    interface Receiver {

        /// Takes everything.
        void accepts();

        /// Asks to wait for seven seconds.
        void asksToWait();

        /// Is in trouble.
        void breaksDown();

        /// Will never take it.
        void refuses();

        /// What it got, as it came.
        List<String> received();

        /// By what it would know that it got a notification twice, of each it got.
        List<String> ids();
    }

    abstract Receiver receiver();

    /// The channel to that receiver, with [#KEY].
    abstract ChannelSettings settings();

    /// The channel to whatever listens at `port` of 127.0.0.1, with [#KEY].
    abstract ChannelSettings to(int port);

    /// `received` as a person would read it.
    abstract String read(String received);

    /// The words that tell of the end.
    String end() {
        return "RESOLVED feature_flags and 1 more";
    }

    /// What the receiver takes at most, in bytes.
    abstract int limit();

    /// Fails when `received` would do anything but be read.
    abstract void isInert(String received);

    @BeforeEach
    void accepts() {
        receiver().accepts();
    }

    @AfterEach
    void close() {
        channels.close();
    }

    @Test
    final void anOpeningIsToldWithAllThatIsKnown() {
        assertThat(channel().deliver(opened("inc_1", "oncall"))).isInstanceOf(Delivery.Sent.class);

        assertThat(read(receiver().received().getFirst()))
                .contains(
                        "REGRESSION feature_flags and 1 more 401 → 500: relation \"analytics_modules\" does not exist")
                .contains("(fixed 2025-09-18 by 003_add_phase3_enhancements; 2nd time)")
                .contains("expected 401, got 500")
                .contains("https://app.example.com/api/v1/admin/feature-flags")
                .contains("2026-01-02T03:04:04Z")
                .contains("2026-01-02T03:03:34Z")
                .contains("release 42")
                .contains("contract waiting on feature flags")
                .contains("925000")
                .contains("feature_flags")
                .contains("modules")
                .contains("https://wiki.example.com/runbooks/analytics-modules")
                .contains(page())
                .contains(Incidents.EVIDENCE);
    }

    /// Where it leads.
    String page() {
        return "https://holdfast.example.com/incidents/inc_1";
    }

    @Test
    final void theEndIsTold() {
        assertThat(channel().deliver(resolved("inc_1", "oncall"))).isInstanceOf(Delivery.Sent.class);

        assertThat(read(receiver().received().getFirst())).contains(end());
    }

    @Test
    final void everyEventIsTold() {
        var incident = Incidents.open("inc_1", "oncall");
        for (var event : List.of(Event.INCIDENT_UPDATED, Event.INCIDENT_REMINDER)) {
            assertThat(channel().deliver(Incidents.notice(event, incident, "oncall", OPENED)))
                    .isInstanceOf(Delivery.Sent.class);
        }
        for (var event : List.of(Event.MONITOR_BLIND, Event.MONITOR_SIGHTED)) {
            assertThat(channel().deliver(new Notice("msg_" + event, event, "oncall", OPENED, OPENED, null)))
                    .isInstanceOf(Delivery.Sent.class);
        }

        assertThat(receiver().received()).hasSize(4);
    }

    @Test
    final void aTestIsTold() {
        assertThat(channel().deliver(Notice.test("oncall", OPENED))).isInstanceOf(Delivery.Sent.class);

        assertThat(read(receiver().received().getFirst())).contains("TEST: this channel works");
    }

    @Test
    final void aNotificationHasTheSameIdWheneverItIsTried() {
        channel().deliver(opened("inc_1", "oncall"));
        clock.advance(Duration.ofMinutes(5));
        channel().deliver(opened("inc_1", "oncall"));
        channel().deliver(opened("inc_2", "oncall"));

        var ids = receiver().ids();
        assertThat(ids.get(1)).isEqualTo(ids.get(0)).isNotEqualTo(ids.get(2)).isNotEmpty();
    }

    @Test
    final void aReceiverThatAsksToWaitIsTriedAgainAfterThat() {
        receiver().asksToWait();

        assertThat(channel().deliver(opened("inc_1", "oncall")))
                .isInstanceOfSatisfying(
                        Delivery.TryLater.class,
                        later -> assertThat(later.after()).isEqualTo(asked()));
    }

    /// What becomes of its wish for seven seconds.
    @Nullable
    Duration asked() {
        return Duration.ofSeconds(7);
    }

    @Test
    final void aReceiverInTroubleIsTriedAgain() {
        receiver().breaksDown();

        assertThat(channel().deliver(opened("inc_1", "oncall"))).isInstanceOf(Delivery.TryLater.class);
    }

    @Test
    final void aRefusalIsFinal() {
        receiver().refuses();

        assertThat(channel().deliver(opened("inc_1", "oncall"))).isInstanceOf(Delivery.GaveUp.class);
    }

    @Test
    final void aReceiverThatHangsIsLeftAtTheDeadlineAndTriedAgain() throws IOException {
        try (var silence = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                var impatient = channels(SOON)) {
            assertThat(open(impatient, to(silence.getLocalPort())).deliver(opened("inc_1", "oncall")))
                    .isEqualTo(new Delivery.TryLater(null, "no answer within 0.3 s"));
        }
    }

    @Test
    final void nobodyThereIsTriedAgain() {
        assertThat(open(channels, to(NOBODY)).deliver(opened("inc_1", "oncall")))
                .isInstanceOf(Delivery.TryLater.class);
    }

    @Test
    final void noAnswerRepeatsASecret() {
        receiver().refuses();
        assertThat(channel().deliver(opened("inc_1", "oncall")).words()).doesNotContain(KEY);
        receiver().breaksDown();
        assertThat(channel().deliver(opened("inc_1", "oncall")).words()).doesNotContain(KEY);
        assertThat(open(channels, to(NOBODY)).deliver(opened("inc_1", "oncall")).words())
                .doesNotContain(KEY);
    }

    @Test
    final void evidenceWithMarkupIsOnlyText() {
        assertThat(channel().deliver(withEvidence(MARKUP))).isInstanceOf(Delivery.Sent.class);

        isInert(receiver().received().getFirst());
    }

    @Test
    final void longEvidenceIsCutToFit() {
        for (var character : List.of("x", "\"", "&", "_", "`", "\n", "€", "💥")) {
            assertThat(channel().deliver(withEvidence(character.repeat(10_000 / character.length()))))
                    .isInstanceOf(Delivery.Sent.class);
        }

        assertThat(receiver().received()).hasSize(8).allSatisfy(received -> {
            assertThat(received.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .hasSizeLessThan(limit());
            assertThat(read(received)).contains("2nd time").contains(page());
        });
    }

    final Channel channel() {
        return open(settings());
    }

    final Channel open(ChannelSettings settings) {
        return open(channels, settings);
    }

    private static Notice withEvidence(String evidence) {
        return Incidents.notice(
                Event.INCIDENT_OPENED, Incidents.openWithEvidence(evidence, "oncall"), "oncall", OPENED);
    }

    private Channels channels(Duration deadline) {
        return new Channels(clock, URI.create("https://holdfast.example.com/"), earlier, deadline, Trust.ofTests());
    }

    private static Channel open(Channels channels, ChannelSettings settings) {
        return Objects.requireNonNull(channels.open(Map.of("oncall", settings)).get("oncall"));
    }

    static Secret key() {
        return new Secret(KEY);
    }
}
