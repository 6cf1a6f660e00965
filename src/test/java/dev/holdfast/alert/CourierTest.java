package dev.holdfast.alert;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static dev.holdfast.alert.Incidents.opened;
import static dev.holdfast.alert.Incidents.resolved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.holdfast.incident.Notice;
import dev.holdfast.incident.Outbox.Attempt;
import dev.holdfast.incident.Outbox.Attempt.Ending;
import dev.holdfast.secret.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CourierTest {
    @RegisterExtension
    private static final WireMockExtension RECEIVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private final HeldClock clock = new HeldClock(Incidents.OPENED_AT);
    private final MemoryOutbox outbox = new MemoryOutbox();
    private final List<Attempt> heard = new CopyOnWriteArrayList<>();
    private final Channels channels = new Channels(clock, null);
    private final Courier courier = new Courier(
            outbox,
            channels.open(Map.of("oncall", webhook(RECEIVER.url("/oncall")), "other", webhook(RECEIVER.url("/other")))),
            heard::add,
            clock,
            new Random(1),
            Duration.ZERO);

    @BeforeEach
    void start() {
        courier.start();
    }

    @AfterEach
    void close() {
        courier.close();
        channels.close();
    }

    @Test
    void whatComesToBeOwedIsSentAtOnce() {
        answers("/oncall", noContent());

        outbox.owe(opened("inc_1", "oncall"));

        await().untilAsserted(() -> assertThat(endings("oncall")).containsExactly(Ending.SENT));
        assertThat(outbox.pending()).isEmpty();
    }

    @Test
    void everyAttemptIsReportedWithItsEndingAndDelay() {
        answers("/oncall", noContent());
        var notice = opened("inc_1", "oncall");
        clock.advance(Duration.ofSeconds(3));

        outbox.owe(notice);

        await().untilAsserted(() -> assertThat(heard).singleElement().satisfies(attempt -> {
            assertThat(attempt.ending()).isEqualTo(Ending.SENT);
            assertThat(Duration.between(attempt.notice().at(), attempt.at())).hasSeconds(3);
        }));
    }

    @Test
    void whatIsDueLaterWaits() {
        answers("/oncall", noContent());
        var now = opened("inc_1", "oncall");
        var later = new Notice(
                "msg_later",
                now.event(),
                "oncall",
                now.at(),
                now.at().plusSeconds(5),
                Incidents.open("inc_2", "oncall"));

        outbox.owe(now, later);
        await().untilAsserted(() -> assertThat(heard).hasSize(1));
        clock.advance(Duration.ofSeconds(5));
        outbox.wake();

        await().untilAsserted(() -> assertThat(ids()).containsExactly(now.id(), later.id()));
    }

    @Test
    void openedArrivesBeforeResolvedHoweverOftenOpenedFails() {
        RECEIVER.stubFor(post("/oncall")
                .inScenario("recovery")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(serverError())
                .willSetStateTo("well"));
        RECEIVER.stubFor(post("/oncall")
                .inScenario("recovery")
                .whenScenarioStateIs("well")
                .willReturn(noContent()));
        var opened = opened("inc_1", "oncall");
        var resolved = resolved("inc_1", "oncall");

        outbox.owe(opened, resolved);
        await().untilAsserted(() -> assertThat(endings("oncall")).containsExactly(Ending.RETRY));
        clock.advance(Duration.ofMinutes(10));
        outbox.wake();

        await().untilAsserted(() -> assertThat(ids()).containsExactly(opened.id(), opened.id(), resolved.id()));
        assertThat(endings("oncall")).containsExactly(Ending.RETRY, Ending.SENT, Ending.SENT);
        assertThat(RECEIVER.findAll(postRequestedFor(urlEqualTo("/oncall"))))
                .extracting(request -> request.getHeader("webhook-id"))
                .containsExactly(opened.id(), opened.id(), resolved.id());
    }

    @Test
    void whatAChannelRefusesBlocksNothingBehindIt() {
        RECEIVER.stubFor(post("/oncall")
                .inScenario("refusal")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(400).withBody("no such\nthing"))
                .willSetStateTo("well"));
        RECEIVER.stubFor(post("/oncall")
                .inScenario("refusal")
                .whenScenarioStateIs("well")
                .willReturn(noContent()));

        clock.advance(Duration.ofMinutes(10));
        outbox.owe(opened("inc_1", "oncall"), resolved("inc_1", "oncall"));

        await().untilAsserted(() -> assertThat(endings("oncall")).containsExactly(Ending.GAVE_UP, Ending.SENT));
        assertThat(outbox.attempts().getFirst().answer()).isEqualTo("400 no such thing");
    }

    @Test
    void retryAfterHoldsTheWholeChannelAndNoOther() {
        answers("/oncall", aResponse().withStatus(429).withHeader("Retry-After", "60"));
        answers("/other", noContent());
        outbox.owe(opened("inc_1", "oncall"));
        await().untilAsserted(() -> assertThat(endings("oncall")).containsExactly(Ending.RETRY));
        assertThat(outbox.attempts().getFirst().retryAt())
                .isEqualTo(clock.instant().plusSeconds(60));
        answers("/oncall", noContent());

        outbox.owe(opened("inc_2", "oncall"), opened("inc_2", "other"));
        await().untilAsserted(() -> assertThat(endings("other")).containsExactly(Ending.SENT));
        clock.advance(Duration.ofSeconds(59));
        outbox.owe(opened("inc_3", "other"));
        await().untilAsserted(() -> assertThat(endings("other")).hasSize(2));
        assertThat(endings("oncall")).hasSize(1);

        clock.advance(Duration.ofSeconds(1));
        outbox.wake();
        await().untilAsserted(
                        () -> assertThat(endings("oncall")).containsExactly(Ending.RETRY, Ending.SENT, Ending.SENT));
    }

    @Test
    void aChannelThatHangsDelaysNoOther() throws IOException {
        answers("/other", noContent());
        try (var silence = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            var hanging = webhook("http://127.0.0.1:" + silence.getLocalPort());
            courier.use(channels.open(Map.of("oncall", hanging, "other", webhook(RECEIVER.url("/other")))));

            outbox.owe(IntStream.range(0, 50)
                    .mapToObj(i -> opened("inc_" + i, "oncall"))
                    .toArray(Notice[]::new));
            outbox.owe(opened("inc_0", "other"));

            await().untilAsserted(() -> assertThat(endings("other")).containsExactly(Ending.SENT));
            assertThat(outbox.pending()).containsEntry("oncall", 50);
        }
    }

    @Test
    void whatIsOwedToAChannelThatIsGoneIsGivenUp() {
        courier.use(Map.of());

        outbox.owe(opened("inc_1", "oncall"));

        await().untilAsserted(() -> assertThat(outbox.attempts())
                .singleElement()
                .satisfies(attempt -> {
                    assertThat(attempt.ending()).isEqualTo(Ending.GAVE_UP);
                    assertThat(attempt.answer()).isEqualTo("no channel is called oncall any more");
                }));
    }

    @Test
    void aChannelWithAFaultLosesNothing() {
        courier.use(Map.of("oncall", _ -> {
            throw new IllegalStateException("a bug");
        }));

        outbox.owe(opened("inc_1", "oncall"));

        await().untilAsserted(() -> assertThat(endings("oncall")).containsExactly(Ending.RETRY));
    }

    @Test
    void whatCannotBeSettledIsNotSentInALoop() {
        answers("/oncall", noContent());
        answers("/other", noContent());
        outbox.breaks();

        outbox.owe(opened("inc_1", "oncall"));
        await().untilAsserted(() -> assertThat(outbox.attempts("oncall")).hasSize(1));
        outbox.owe(opened("inc_1", "other"));
        await().untilAsserted(() -> assertThat(outbox.attempts("other")).hasSize(1));

        assertThat(outbox.attempts("oncall")).hasSize(1);
    }

    @Test
    void whatClosingInterruptsStaysOwed() throws InterruptedException {
        var underWay = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        courier.use(Map.of("oncall", _ -> {
            underWay.countDown();
            return hang(never);
        }));
        outbox.owe(opened("inc_1", "oncall"));
        underWay.await();

        courier.close();

        assertThat(outbox.attempts()).extracting(Attempt::ending).containsExactly(Ending.RETRY);
        assertThat(outbox.pending()).containsEntry("oncall", 1);
    }

    private static Delivery hang(CountDownLatch forever) {
        try {
            forever.await();
            return new Delivery.Sent("never");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Delivery.TryLater(null, "interrupted");
        }
    }

    private static Webhook.Settings webhook(String url) {
        return new Webhook.Settings(new Secret(url), null, Webhook.Format.STANDARD, Map.of());
    }

    private static void answers(String path, ResponseDefinitionBuilder answer) {
        RECEIVER.stubFor(post(path).willReturn(answer));
    }

    private List<Ending> endings(String channel) {
        return outbox.attempts(channel).stream().map(Attempt::ending).toList();
    }

    private List<String> ids() {
        return outbox.attempts().stream().map(attempt -> attempt.notice().id()).toList();
    }
}
