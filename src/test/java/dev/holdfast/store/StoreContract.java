package dev.holdfast.store;

import static dev.holdfast.store.Village.MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.holdfast.diagnosis.Outcome;
import dev.holdfast.incident.Condition;
import dev.holdfast.incident.Event;
import dev.holdfast.incident.Incident;
import dev.holdfast.incident.MonitorState;
import dev.holdfast.incident.Notice;
import dev.holdfast.incident.Outbox.Attempt;
import dev.holdfast.incident.Outbox.Owed;
import dev.holdfast.incident.Step;
import dev.holdfast.observation.MonitorId;
import dev.holdfast.secret.Secret;
import dev.holdfast.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every store promises, whatever database is below it.
abstract class StoreContract {
    static final Duration RETENTION = Duration.ofDays(30);
    static final Instant LATER = MORNING.plusSeconds(3600);

    final SettableClock clock = new SettableClock(MORNING);
    Store store;
    Village village;

    /// A JDBC URL of an empty database of this test's own.
    abstract String url() throws Exception;

    /// Keeps everybody else from writing until it is closed.
    abstract AutoCloseable trouble() throws Exception;

    @BeforeEach
    void open() throws Exception {
        store = Stores.open(new StoreSettings(new Secret(url()), RETENTION), clock);
        village = new Village(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    void restart() throws Exception {
        close();
        open();
    }

    @Test
    void whatWasDecidedComesBackAfterARestart() throws Exception {
        village.passes("flags", MORNING);
        var step = village.fails("flags", "modules", MORNING.plusSeconds(30));
        var owed = owed(LATER);
        var transitions = store.transitions(incident(step).id());

        restart();

        assertThat(store.known()).containsExactly(new MonitorId("flags"));
        assertThat(store.state(new MonitorId("flags"))).isEqualTo(step.state());
        assertThat(store.open()).containsExactly(incident(step));
        assertThat(store.incident(incident(step).id())).contains(incident(step));
        assertThat(owed(LATER)).isEqualTo(owed).extracting(Notice::event).containsExactly(Event.INCIDENT_OPENED);
        assertThat(store.transitions(incident(step).id()))
                .isEqualTo(transitions)
                .isEqualTo(step.transitions());
    }

    @Test
    void aMonitorThatOnlyPassesKeepsItsBaselineOverARestart() throws Exception {
        village.passes("flags", MORNING);
        village.passes("flags", MORNING.plusSeconds(30));

        restart();

        assertThat(store.state(new MonitorId("flags")))
                .isEqualTo(new MonitorState(
                        new Condition.Up(MORNING),
                        new MonitorState.Baseline(MORNING.plusSeconds(30), 401),
                        null,
                        MORNING.plusSeconds(30).plusNanos(12_345_678),
                        List.of()));
    }

    @Test
    void aRootCauseOfThePastIsKnownAgain() throws Exception {
        village.fails("flags", "modules", MORNING);
        var over = incident(village.passes("flags", MORNING.plusSeconds(60)));

        restart();
        var again = incident(village.fails("flags", "modules", MORNING.plusSeconds(120)));

        assertThat(store.resolved(10)).containsExactly(over);
        assertThat(again.origin().recurrenceOf()).isEqualTo(over.id());
        assertThat(again.origin().occurrence()).isEqualTo(2);
    }

    @Test
    void resolvedIncidentsComeNewestFirst() {
        for (int i = 0; i < 5; i++) {
            village.fails("flags", "modules_" + i % 2, MORNING.plusSeconds(60L * i));
            village.passes("flags", MORNING.plusSeconds(60L * i + 30));
        }

        assertThat(store.resolved(3))
                .extracting(incident -> incident.origin().occurrence())
                .containsExactly(3, 2, 2);
    }

    @Test
    void aDecisionThatFailsChangesNothing() {
        assertThatThrownBy(() -> store.advance(new MonitorId("flags"), (_, _) -> {
                    throw new IllegalStateException("a bug");
                }))
                .hasMessage("a bug");

        assertThat(store.known()).isEmpty();
        assertThat(village.passes("flags", MORNING).state().condition()).isEqualTo(new Condition.Up(MORNING));
    }

    @Test
    void aForgottenMonitorLeavesNoState() throws Exception {
        village.passes("flags", MORNING);
        village.passes("users", MORNING);

        store.forget(new MonitorId("flags"));
        restart();

        assertThat(store.known()).containsExactly(new MonitorId("users"));
    }

    @Test
    void ofEachLaneOnlyTheOldestMayGo() {
        village = new Village(store, "oncall", "chat");
        village.fails("flags", "modules", MORNING);
        village.passes("flags", MORNING.plusSeconds(60));

        assertThat(owed(LATER))
                .extracting(notice -> notice.channel() + " " + notice.event().type())
                .containsExactly("oncall incident.opened", "chat incident.opened");
        var owed = owed(LATER);
        sent(owed.getFirst());
        failed(owed.get(1), LATER.plusSeconds(10));

        assertThat(owed(LATER))
                .extracting(notice -> notice.channel() + " " + notice.event().type())
                .containsExactly("oncall incident.resolved");
        assertThat(store.outbox().pending()).isEqualTo(Map.of("oncall", 1, "chat", 2));
        assertThat(store.outbox().nextDue()).contains(owed(LATER).getFirst().dueAt());
    }

    @Test
    void attemptsSurviveARestart() throws Exception {
        village.fails("flags", "modules", MORNING);
        var opened = owed(LATER).getFirst();
        failed(opened, LATER.plusSeconds(10));

        restart();

        assertThat(owed(LATER)).isEmpty();
        assertThat(store.outbox().nextDue()).contains(LATER.plusSeconds(10));
        assertThat(store.outbox().due(LATER.plusSeconds(10))).containsExactly(new Owed(opened, 1));
    }

    @Test
    void whatWasSentOrGivenUpIsOwedNoMore() throws Exception {
        village.fails("flags", "modules", MORNING);
        village.fails("users", "accounts", MORNING);
        var owed = owed(LATER);
        sent(owed.getFirst());
        gaveUp(owed.get(1), 3, "an answer");
        sent(owed.get(1));

        restart();

        assertThat(store.outbox().nextDue()).isEmpty();
        assertThat(store.told(10))
                .containsExactly(
                        new Told(owed.get(1), Told.Status.FAILED, 3, "an answer", LATER),
                        new Told(owed.getFirst(), Told.Status.DELIVERED, 1, "an answer", LATER));
    }

    @Test
    void waitingUpdatesBecomeOneThatWaitsForTheLast() throws Exception {
        village.fails("flags", "modules", MORNING);
        village.fails("users", "modules", MORNING.plusSeconds(1));
        village.fails("teams", "modules", MORNING.plusSeconds(3));
        sent(owed(LATER).getFirst());

        restart();

        var update = owed(LATER).getFirst();
        assertThat(update.event()).isEqualTo(Event.INCIDENT_UPDATED);
        assertThat(members(update)).hasSize(3);
        assertThat(update.dueAt()).isBetween(MORNING.plusSeconds(8), MORNING.plusSeconds(9));
        sent(update);
        assertThat(store.outbox().nextDue()).isEmpty();
    }

    @Test
    void whatIsToldOfOneIncidentIsFoundAmongAll() throws Exception {
        var flags = incident(village.fails("flags", "modules", MORNING));
        village.fails("users", "accounts", MORNING);
        sent(owed(LATER).getFirst());
        village.passes("flags", MORNING.plusSeconds(60));

        restart();

        assertThat(store.told(flags.id()))
                .extracting(told -> told.notice().event().type() + " " + told.status())
                .containsExactly("incident.resolved PENDING", "incident.opened DELIVERED");
    }

    @Test
    void aResolutionTakesThePlaceOfAnUpdateNobodySaw() throws Exception {
        village.fails("flags", "modules", MORNING);
        village.fails("users", "modules", MORNING.plusSeconds(1));
        village.passes("flags", MORNING.plusSeconds(2));
        village.passes("users", MORNING.plusSeconds(3));

        restart();

        assertThat(store.told(10))
                .extracting(told -> told.notice().event())
                .containsExactly(Event.INCIDENT_RESOLVED, Event.INCIDENT_OPENED);
    }

    @Test
    void anUpdateThatMayHaveBeenSentKeepsItsWords() throws Exception {
        village.fails("flags", "modules", MORNING);
        sent(owed(MORNING.plusSeconds(1)).getFirst());
        village.fails("users", "modules", MORNING.plusSeconds(1));
        var inHand = owed(LATER).getFirst();

        village.fails("teams", "modules", MORNING.plusSeconds(2));
        restart();
        village.fails("roles", "modules", MORNING.plusSeconds(3));

        assertThat(owed(LATER)).containsExactly(inHand);
        sent(inHand);
        assertThat(members(owed(LATER).getFirst())).hasSize(3);
    }

    @Test
    void theCourierIsWokenWhenSomethingIsOwed() {
        var wakes = new AtomicInteger();
        store.outbox().onOwed(wakes::incrementAndGet);

        village.passes("flags", MORNING);
        assertThat(wakes).hasValue(0);
        village.fails("flags", "modules", MORNING.plusSeconds(30));
        assertThat(wakes).hasValue(1);
    }

    @Test
    void aStormOfOneRootCauseIsOneIncident() throws Exception {
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 200).forEach(i -> all.execute(() -> village.fails("monitor_" + i, "modules", MORNING)));
        }

        restart();

        assertThat(store.open())
                .singleElement()
                .satisfies(incident -> assertThat(incident.members()).hasSize(200));
        assertThat(store.outbox().pending()).isEqualTo(Map.of("oncall", 2));
    }

    @Test
    void theHistoryIsNewestFirst() {
        for (int i = 0; i < 10; i++) {
            store.record(Village.failure("flags", "modules", MORNING.plusSeconds(i), "expected 401, got 500"));
        }

        await().until(() -> history(MORNING).size() == 10);
        assertThat(store.history(new MonitorId("flags"), MORNING.plusSeconds(5), 3))
                .extracting(Check::at)
                .containsExactly(MORNING.plusSeconds(9), MORNING.plusSeconds(8), MORNING.plusSeconds(7));
        assertThat(store.history(new MonitorId("flags"), MORNING.plusSeconds(9), 3))
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.outcome()).isEqualTo(Outcome.RELATION_ERROR);
                    assertThat(check.verdict()).isEqualTo(Verdict.FAIL);
                    assertThat(check.status()).isEqualTo(500);
                    assertThat(check.took()).isEqualTo(Duration.ofNanos(12_345_678));
                    assertThat(check.reason()).isEqualTo("expected 401, got 500");
                });
    }

    @Test
    void whatIsLeftIsWrittenAtTheEnd() throws Exception {
        store.record(Village.failure("flags", "modules", MORNING, "expected 401, got 500"));

        restart();

        assertThat(history(MORNING)).hasSize(1);
    }

    @Test
    void textThatDatabasesRefuseBlocksNothing() {
        var hostile = "a\0b\uD800c 'quoted' \uD83D\uDE00";
        var failure = Village.failure("flags", "mod\0ules\uDC00", MORNING, hostile);
        store.record(failure);
        var step = village.check(failure);
        gaveUp(owed(LATER).getFirst(), 1, hostile);

        await().until(() -> history(MORNING).size() == 1);
        assertThat(history(MORNING).getFirst().reason()).startsWith("a").endsWith("c 'quoted' \uD83D\uDE00");
        assertThat(store.transitions(incident(step).id())).hasSize(1);
        assertThat(store.told(1).getFirst().status()).isEqualTo(Told.Status.FAILED);
        assertThat(store.errors()).isZero();
    }

    @Test
    void whatIsTooOldGoesAndWhatIsOpenStays() {
        for (int i = 0; i < 1_200; i++) {
            store.record(Village.failure("flags", "modules", MORNING.plusSeconds(i), "expected 401, got 500"));
        }
        var over = incident(village.fails("flags", "modules", MORNING));
        village.passes("flags", MORNING.plusSeconds(60));
        var open = incident(village.fails("users", "accounts", MORNING));
        sent(owed(LATER).getFirst());
        sent(owed(LATER).getFirst());
        sent(owed(LATER).getFirst());
        await().until(() -> history(MORNING).size() == 1_200);

        clock.advance(RETENTION.plus(Duration.ofHours(2)));
        store.record(Village.failure("flags", "modules", clock.instant(), "expected 401, got 500"));

        await().until(() -> history(MORNING).size() == 1);
        await().untilAsserted(() -> {
            assertThat(store.transitions(over.id())).isEmpty();
            assertThat(store.transitions(open.id())).hasSize(1);
            assertThat(store.told(10)).hasSize(1);
        });
        assertThat(store.open()).containsExactly(open);
    }

    @Test
    void whatIsWrongSinceWhenIsKnownUntilItIsOver() throws Exception {
        assertThat(store.trouble()).isEmpty();
        try (var _ = trouble()) {
            village.fails("flags", "modules", MORNING);

            await().until(() -> store.trouble().isPresent());
            var trouble = store.trouble().orElseThrow();
            assertThat(trouble.since()).isEqualTo(clock.instant());
            assertThat(trouble.reason()).contains("lock");
        }
        await().until(() -> store.trouble().isEmpty());
    }

    @Test
    void killedAtAnyMomentNothingAcknowledgedIsLostAndNothingIsOwedTwice() throws Exception {
        close();
        var said = Crashing.killAfter(60, url());
        open();
        var told = store.told(100_000);

        assertThat(told).extracting(one -> one.notice().id()).doesNotHaveDuplicates();
        assertThat(told)
                .extracting(one -> one.notice().id())
                .containsAll(said.decided().values());
        assertThat(told.stream()
                        .filter(one -> one.status() == Told.Status.PENDING)
                        .map(one -> one.notice().id()))
                .doesNotContainAnyElementsOf(said.settled());
        said.decided()
                .keySet()
                .forEach(name -> assertThat(village.fails(name, name, LATER).owed())
                        .as(name)
                        .isEmpty());
    }

    static Incident incident(Step step) {
        return Objects.requireNonNull(step.incident());
    }

    static List<Incident.Member> members(Notice notice) {
        return notice.about().orElseThrow().members();
    }

    List<Notice> owed(Instant now) {
        return store.outbox().due(now).stream().map(Owed::notice).toList();
    }

    List<Check> history(Instant since) {
        return store.history(new MonitorId("flags"), since, 10_000);
    }

    void sent(Notice notice) {
        store.outbox().settle(new Attempt(notice, 1, LATER, Attempt.Ending.SENT, "an answer", null));
    }

    void failed(Notice notice, Instant retryAt) {
        store.outbox().settle(new Attempt(notice, 1, LATER, Attempt.Ending.RETRY, "an answer", retryAt));
    }

    void gaveUp(Notice notice, int number, String answer) {
        store.outbox().settle(new Attempt(notice, number, LATER, Attempt.Ending.GAVE_UP, answer, null));
    }
}
