package dev.holdfast.alert;

import static dev.holdfast.alert.Incidents.OPENED;
import static dev.holdfast.alert.Incidents.opened;
import static dev.holdfast.alert.Incidents.resolved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.incident.Event;
import dev.holdfast.incident.Notice;
import dev.holdfast.incident.Outbox.Attempt;
import dev.holdfast.incident.Outbox.Attempt.Ending;
import dev.holdfast.secret.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
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
            + " [y](javascript:alert(1)) <a href=\"javascript:alert(1)\">z</a> ``` &amp; \u001b[31m \u202e {{ x }}\r\nBcc: mallory@evil.example\r\n.\r\n";

    private static final int NOBODY = 1;
    private static final Duration SOON = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final HeldClock clock = new HeldClock(Incidents.OPENED_AT);
    final Sent earlier = new Sent();
    private final MemoryOutbox outbox = new MemoryOutbox();
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

    /// Where it listens.
    abstract int port();

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

    /// What broke and why, since when, what to do, and the proof: a person who was just woken reads from the top.
    @Test
    final void whatIsWantedMostComesFirst() {
        channel().deliver(opened("inc_1", "oncall"));

        assertThat(read(receiver().received().getFirst())).containsSubsequence(inOrder());
    }

    List<String> inOrder() {
        return List.of(
                "REGRESSION feature_flags",
                "expected 401, got 500",
                "2026-01-02T03:04:04Z",
                "2026-01-02T03:03:34Z",
                "2025-09-18 by 003_add_phase3_enhancements, held 106d 3h",
                "release 42",
                "feature_flags, modules",
                "925000 GBP",
                "Find the migration that creates it",
                Incidents.EVIDENCE);
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
    final void whateverAnEndpointWritesIsOnlyText() {
        assertThat(channel().deliver(saying(MARKUP))).isInstanceOf(Delivery.Sent.class);

        isInert(receiver().received().getFirst());
    }

    @Test
    final void everyScriptArrivesWithoutWhatWouldDisturbIt() {
        assertThat(channel().deliver(withEvidence("😀 مرحبا \u0000\u202e שלום 価格 €")))
                .isInstanceOf(Delivery.Sent.class);

        var read = read(receiver().received().getFirst());
        assertThat(read).contains("😀 مرحبا ", " שלום 価格 €");
        if (isForPeople()) {
            assertThat(read).doesNotContain("\u0000", "\u202e");
        }
    }

    /// Whether the text is for people; for programs it stays what it was.
    boolean isForPeople() {
        return true;
    }

    @Test
    final void whateverIsLongIsCutToFit() {
        for (var character : List.of("x", "\"", "&", "_", "`", "\n", "€", "💥")) {
            assertThat(channel().deliver(saying(character.repeat(10_000 / character.length()))))
                    .isInstanceOf(Delivery.Sent.class);
        }

        assertThat(receiver().received()).hasSize(8).allSatisfy(this::isSmall);
    }

    @Test
    final void ofAThousandMembersAFewAreNamed() {
        var crowd = Incidents.ofMembers(1_000, "oncall");

        assertThat(channel().deliver(Incidents.notice(Event.INCIDENT_OPENED, crowd, "oncall", OPENED)))
                .isInstanceOf(Delivery.Sent.class);

        assertThat(receiver().received()).singleElement().satisfies(this::isSmall, this::namesMembers);
    }

    /// Fails when `received` does not tell of a thousand members.
    void namesMembers(String received) {
        assertThat(read(received))
                .contains("REGRESSION monitor_0 and 999 more")
                .containsPattern("monitor_0, monitor_1, monitor_2, .*monitor_\\d+ and 9\\d\\d more");
    }

    private void isSmall(String received) {
        assertThat(received.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(limit());
    }

    @Test
    final void aTemplateWritesTheMessage() {
        var template = new Template("PAGE {{event}}: {{incident.relation}}", "Look at {{link}} now.");

        assertThat(open(new Templated(settings(), template)).deliver(opened("inc_1", "oncall")))
                .isInstanceOf(Delivery.Sent.class);

        assertThat(read(receiver().received().getFirst())).contains(written());
    }

    /// What that template writes; nothing where the format is fixed.
    List<String> written() {
        return List.of(
                "PAGE incident.opened: analytics_modules", "Look at https://holdfast.example.com/incidents/inc_1 now.");
    }

    @Test
    final void whatATemplateWritesIsCutToFit() {
        var template = new Template("{{incident.evidence}}", "{{incident.evidence}}");
        for (var character : List.of("x", "\"", "€", "💥")) {
            assertThat(open(new Templated(settings(), template))
                            .deliver(withEvidence(character.repeat(10_000 / character.length()))))
                    .isInstanceOf(Delivery.Sent.class);
        }

        assertThat(receiver().received()).hasSize(4).allSatisfy(this::isSmall);
    }

    @Test
    final void anOpeningArrivesBeforeTheEndHoweverOftenItFails() {
        receiver().breaksDown();
        try (var _ = courier(Map.of("oncall", settings()))) {
            outbox.owe(opened("inc_1", "oncall"), resolved("inc_1", "oncall"));
            awaitEndings("oncall", Ending.RETRY);
            receiver().accepts();
            clock.advance(Duration.ofMinutes(10));
            outbox.wake();
            awaitEndings("oncall", Ending.RETRY, Ending.SENT, Ending.SENT);
        }

        assertThat(outbox.attempts())
                .extracting(attempt -> attempt.notice().event())
                .containsExactly(Event.INCIDENT_OPENED, Event.INCIDENT_OPENED, Event.INCIDENT_RESOLVED);
        assertThat(read(receiver().received().getLast())).contains(end());
    }

    @Test
    final void aRefusalBlocksNobodyAndTheEndOfWhatWasNeverToldArrives() {
        receiver().refuses();
        try (var _ = courier(Map.of("oncall", settings()))) {
            outbox.owe(opened("inc_1", "oncall"));
            awaitEndings("oncall", Ending.GAVE_UP);
            receiver().accepts();
            clock.advance(Duration.ofMinutes(10));
            outbox.owe(resolved("inc_1", "oncall"), opened("inc_2", "oncall"));
            awaitEndings("oncall", Ending.GAVE_UP, Ending.SENT, Ending.SENT);
        }

        assertThat(outbox.pending()).isEmpty();
        assertThat(receiver().received())
                .anySatisfy(received -> assertThat(read(received)).contains(end()));
    }

    @Test
    final void aReceiverThatHangsDelaysNobodyElse() throws Exception {
        try (var doorman = new Doorman(port());
                var _ = courier(Map.of("oncall", to(doorman.port()), "other", settings()))) {
            outbox.owe(opened("inc_1", "oncall"));
            doorman.awaitFirst();
            outbox.owe(opened("inc_2", "oncall"), opened("inc_1", "other"));

            awaitEndings("oncall", Ending.SENT);
            awaitEndings("other", Ending.SENT);
            assertThat(outbox.attempts("oncall").getFirst().notice().id())
                    .isEqualTo(opened("inc_2", "oncall").id());
            assertThat(outbox.pending()).isEqualTo(Map.of("oncall", 1));
        }
    }

    private void awaitEndings(String channel, Ending... endings) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(outbox.attempts(channel))
                        .extracting(Attempt::ending)
                        .containsExactly(endings));
    }

    private Courier courier(Map<String, ChannelSettings> settings) {
        var courier = new Courier(outbox, channels.open(settings), earlier::heard, clock, new Random(1), Duration.ZERO);
        courier.start();
        return courier;
    }

    @Test
    final void longEvidenceIsCutToFit() {
        for (var character : List.of("x", "\"", "&", "_", "`", "\n", "€", "💥")) {
            assertThat(channel().deliver(withEvidence(character.repeat(10_000 / character.length()))))
                    .isInstanceOf(Delivery.Sent.class);
        }

        assertThat(receiver().received()).hasSize(8).allSatisfy(received -> {
            isSmall(received);
            assertThat(read(received)).contains("2nd time").contains(page());
        });
    }

    final Channel channel() {
        return open(settings());
    }

    final Channel open(ChannelSettings settings) {
        return open(channels, settings);
    }

    private static Notice saying(String text) {
        return Incidents.notice(Event.INCIDENT_OPENED, Incidents.saying(text, "oncall"), "oncall", OPENED);
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
