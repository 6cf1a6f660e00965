package dev.holdfast.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.diagnosis.Cause;
import dev.holdfast.scene.Monitored;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// When nobody is told: planned work, silence, something it depends on, a Holdfast that cannot see. What is still so
/// afterwards is told then; an end is told always.
class QuietTest {
    private static final Instant START = Instant.parse("2026-01-02T03:00:00Z");
    private static final Selection STATS = new Selection(List.of("stats"), List.of(), Map.of());
    private static final String DOWN = "REGRESSION stats 200 → 500: relation \"events\" does not exist";

    private final Story story = new Story();

    @Test
    void whatBreaksDuringPlannedWorkAndIsStillBrokenAtItsEndOpensThen() {
        story.under(work("database upgrade", 0, 600));
        story.at(0).passes("stats", 200);
        story.at(30).misses("stats", "events").at(31).misses("stats", "events");
        assertThat(story.stateOf("stats")).isEqualTo("down");
        assertThat(story.recheck()).as("looks again at the end").contains(Duration.ofSeconds(569));
        story.wantsNothing();

        story.at(600).misses("stats", "events");
        story.wants(DOWN);
        assertThat(story.only().origin().firstFailedAt()).isEqualTo(START.plusSeconds(30));
    }

    @Test
    void whatBreaksAndIsRepairedDuringPlannedWorkIsToldToNobody() {
        story.under(work("database upgrade", 0, 600));
        story.at(0).passes("stats", 200);
        story.at(30).misses("stats", "events").at(31).misses("stats", "events");
        story.at(60).passes("stats", 200).at(90).passes("stats", 200);

        story.wantsNothing();
        assertThat(story.incidents()).isEmpty();
    }

    @Test
    void anIncidentThatWasOpenBeforeThePlannedWorkEndsDuringIt() {
        breaks("stats", 0);
        story.under(work("repair", 60, 600));
        story.at(70).fails("stats", 502, Cause.UPSTREAM_GATEWAY);
        story.wantsNothing();

        story.at(100).passes("stats", 200).at(130).passes("stats", 200);
        story.wants("RESOLVED stats after 2m 0s: it broke");
    }

    @Test
    void aSilencedMonitorOpensAnIncidentThatIsToldWhenTheSilenceEnds() {
        story.silencedBy(silence(STATS, 0, 300));
        story.at(0).passes("stats", 200);
        story.at(30).misses("stats", "events").at(31).misses("stats", "events");
        assertThat(story.only().isOpen()).isTrue();
        story.wantsNothing();

        story.at(301).misses("stats", "events");
        story.wants(DOWN);
        story.at(330).misses("stats", "events");
        story.wantsNothing();
    }

    @Test
    void whatEndsWhileNobodyKnewOfItIsToldToNobody() {
        story.silencedBy(silence(STATS, 0, 300));
        story.at(0).passes("stats", 200);
        story.at(30).misses("stats", "events").at(31).misses("stats", "events");
        story.at(60).passes("stats", 200).at(90).passes("stats", 200);

        assertThat(story.only().isOpen()).isFalse();
        story.wantsNothing();
    }

    @Test
    void anEndIsToldInSpiteOfSilence() {
        breaks("stats", 0);
        story.silencedBy(silence(STATS, 60, 3_000));
        story.at(100).passes("stats", 200).at(130).passes("stats", 200);

        story.wants("RESOLVED stats after 2m 0s: relation \"events\" does not exist");
    }

    @Test
    void silenceIsForNamesGroupsAndLabels() {
        var stats =
                Monitored.as("stats").in("admin").labelled("team", "payments").subject();

        assertThat(List.of(
                        new Selection(List.of("st*"), List.of(), Map.of()),
                        new Selection(List.of(), List.of("admin"), Map.of()),
                        new Selection(List.of(), List.of(), Map.of("team", "pay*")),
                        Selection.EVERYTHING))
                .allMatch(selection -> selection.has(stats));
        assertThat(List.of(
                        new Selection(List.of("stats"), List.of("public"), Map.of()),
                        new Selection(List.of("flags"), List.of(), Map.of()),
                        new Selection(List.of(), List.of(), Map.of("team", "core")),
                        new Selection(List.of(), List.of(), Map.of("region", "*"))))
                .noneMatch(selection -> selection.has(stats));
    }

    @Test
    void childrenKeepQuietWhileWhatTheyDependOnIsDown() {
        story.given(child("stats"));
        story.at(0).passes("login", 200).passes("stats", 200);
        story.at(30).fails("login", 500, Cause.APPLICATION_ERROR).at(31).misses("stats", "events");
        story.at(31).fails("login", 500, Cause.APPLICATION_ERROR).at(32).misses("stats", "events");
        story.at(32).fails("login", 500, Cause.APPLICATION_ERROR);
        story.wants("REGRESSION login 200 → 500: it broke");

        story.at(60).misses("stats", "events").at(61).misses("stats", "events");
        story.wantsNothing();
        story.at(90).passes("login", 200).at(120).passes("login", 200);
        story.wants("RESOLVED login after 1m 30s: it broke");
        story.at(121).misses("stats", "events");
        story.wants(DOWN);
    }

    @Test
    void aChildThatOpenedBeforeStillResolvesWhileWhatItDependsOnIsDown() {
        story.given(child("stats"));
        story.at(0).passes("login", 200).passes("stats", 200);
        story.at(11).misses("stats", "events").at(12).passes("login", 200).misses("stats", "events");
        story.wants(DOWN);
        story.at(40).fails("login", 500, Cause.APPLICATION_ERROR);
        story.at(41).fails("login", 500, Cause.APPLICATION_ERROR).fails("login", 500, Cause.APPLICATION_ERROR);
        story.wants("REGRESSION login 200 → 500: it broke");

        story.at(60).passes("stats", 200).at(90).passes("stats", 200);
        story.wants("RESOLVED stats after 1m 19s: relation \"events\" does not exist");
    }

    @Test
    void aChildThatIsSeenFirstHasWhatItDependsOnCheckedBeforeItOpens() {
        story.given(child("stats"));
        story.at(0).passes("login", 200).passes("stats", 200);
        story.at(10).misses("stats", "events").at(11).misses("stats", "events");
        assertThat(story.asked()).extracting(Object::toString).containsExactly("login");
        assertThat(story.recheck()).contains(Duration.ofSeconds(1));
        story.wantsNothing();

        story.at(11).passes("login", 200).at(12).misses("stats", "events");
        story.wants(DOWN);
    }

    @Test
    void whatGotNoAnswerWaitsWhileHoldfastCannotSeeAndAnAnswerCounts() {
        story.at(0).passes("stats", 200).passes("flags", 401);
        story.seeing(Sight.UNSURE)
                .at(10)
                .isSilent("stats")
                .at(11)
                .isSilent("stats")
                .at(12)
                .isSilent("stats");
        assertThat(story.recheck()).contains(Duration.ofSeconds(1));
        story.seeing(Sight.BLIND).at(13).isSilent("stats");
        assertThat(story.recheck()).isEmpty();
        story.wantsNothing();

        story.at(14).misses("flags", "events").at(15).misses("flags", "events");
        story.wants("REGRESSION flags 401 → 500: relation \"events\" does not exist");

        story.seeing(Sight.CLEAR).at(40).isSilent("stats");
        story.wants("REGRESSION stats 200 → no answer: connection refused");
    }

    private void breaks(String monitor, int second) {
        story.at(second).passes(monitor, 200);
        story.at(second + 10).misses(monitor, "events").at(second + 11).misses(monitor, "events");
        story.wants("REGRESSION " + monitor + " 200 → 500: relation \"events\" does not exist");
    }

    private static Monitored child(String name) {
        return Monitored.as(name).at("https://app.example.com/" + name).dependingOn("login");
    }

    private static Maintenance work(String name, int from, int to) {
        return new Maintenance(name, STATS, new Window.Once(START.plusSeconds(from), START.plusSeconds(to)));
    }

    private static Silence silence(Selection who, int from, int until) {
        return Silence.of(who, START.plusSeconds(from), START.plusSeconds(until), "alice", "known");
    }
}
