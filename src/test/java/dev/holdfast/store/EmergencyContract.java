package dev.holdfast.store;

import static dev.holdfast.store.StoreContract.LATER;
import static dev.holdfast.store.Village.MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.incident.Event;
import dev.holdfast.incident.Notice;
import dev.holdfast.incident.Outbox.Attempt;
import dev.holdfast.incident.Outbox.Owed;
import dev.holdfast.observation.MonitorId;
import dev.holdfast.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every store promises when its process is killed or its database is in trouble.
abstract class EmergencyContract {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final SettableClock clock = new SettableClock(MORNING);
    Store store;
    Village village;

    /// A JDBC URL of an empty database of this test's own.
    abstract String url() throws Exception;

    /// Keeps everybody else from writing until it is closed.
    abstract AutoCloseable trouble() throws Exception;

    @BeforeEach
    void open() throws Exception {
        store = Stores.open(new StoreSettings(new Secret(url()), StoreContract.RETENTION), clock);
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

    @ParameterizedTest
    @EnumSource(Stepping.Step.class)
    void killedAtAnyStepOnCallIsToldOnceAndInOrder(Stepping.Step step) throws Exception {
        close();
        var sent = new ArrayList<>(Stepping.killAt(step, url(), this::trouble));
        open();

        village.fails("flags", "modules", MORNING.plusSeconds(60));
        var told = tellAll();
        village.passes("flags", MORNING.plusSeconds(90));
        told.addAll(tellAll());

        sent.addAll(told.stream().map(Notice::id).toList());
        var once = new LinkedHashMap<String, Event>();
        store.told(10)
                .reversed()
                .forEach(one -> once.put(one.notice().id(), one.notice().event()));
        assertThat(once.values()).containsExactly(Event.INCIDENT_OPENED, Event.INCIDENT_RESOLVED);
        assertThat(sent.stream().distinct()).containsExactlyElementsOf(once.keySet());
        assertThat(sent).hasSize(step == Stepping.Step.SENT ? 3 : 2);
        assertThat(store.outbox().pending()).isEmpty();
    }

    private List<Notice> tellAll() {
        var told = new ArrayList<Notice>();
        for (var due = owed(LATER); !due.isEmpty(); due = owed(LATER)) {
            due.forEach(this::sent);
            told.addAll(due);
        }
        return told;
    }

    @Test
    void settlingTwiceHoldsUpNothing() {
        village.fails("flags", "modules", MORNING);
        var opened = owed(LATER).getFirst();
        sent(opened);
        sent(opened);

        assertThat(store.outbox().nextDue()).isEmpty();
        village.fails("users", "accounts", MORNING);
        assertThat(owed(LATER)).hasSize(1);
    }

    @Test
    void aDatabaseInTroubleStopsNothingAndIsCaughtUpWith() throws Exception {
        livesThrough(this::trouble);
    }

    /// In `trouble` decisions and notifications go on from memory, and all of it is there after a restart.
    void livesThrough(Callable<AutoCloseable> trouble) throws Exception {
        village.passes("flags", MORNING);
        village.fails("other", "others", MORNING);
        try (var _ = trouble.call()) {
            var opened = village.fails("flags", "modules", MORNING.plusSeconds(30));
            assertThat(owed(LATER)).containsAll(opened.owed());
            sent(opened.owed().getFirst());
            village.passes("flags", MORNING.plusSeconds(60));
            village.fails("flags", "modules", MORNING.plusSeconds(90));
            store.record(Village.failure("flags", "modules", MORNING.plusSeconds(90), "expected 401, got 500"));

            await().atMost(LONG).until(() -> store.errors() > 0);
            assertThat(store.open()).hasSize(2);
            assertThat(store.resolved(10)).hasSize(1);
        }
        await().atMost(LONG).until(store::trouble, Optional::isEmpty);
        await().atMost(LONG).until(() -> history().size() == 1);
        var open = store.open();
        var before = store.told(10);

        restart();

        assertThat(store.told(10)).isEqualTo(before);
        assertThat(before)
                .extracting(told -> told.notice().event().type() + " " + told.status())
                .containsExactly(
                        "incident.opened PENDING",
                        "incident.resolved PENDING",
                        "incident.opened DELIVERED",
                        "incident.opened PENDING");
        assertThat(store.open()).isEqualTo(open).hasSize(2);
        assertThat(store.resolved(10)).hasSize(1);
        assertThat(history()).hasSize(1);
    }

    private List<Check> history() {
        return store.history(new MonitorId("flags"), MORNING, 10);
    }

    private List<Notice> owed(Instant now) {
        return store.outbox().due(now).stream().map(Owed::notice).toList();
    }

    private void sent(Notice notice) {
        store.outbox().settle(new Attempt(notice, 1, LATER, Attempt.Ending.SENT, "an answer", null));
    }
}
