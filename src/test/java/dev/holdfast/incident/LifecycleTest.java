package dev.holdfast.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.diagnosis.Cause;
import dev.holdfast.scene.Monitored;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LifecycleTest {
    private static final Fix FIX = new Fix(
            Instant.parse("2025-09-18T00:00:00Z"),
            Cause.RELATION_MISSING,
            "analytics_modules",
            "003_add_phase3_enhancements");

    private final Story story = new Story();

    @Test
    void aGoodEndpointThatMissesARelationIsARegressionAfterOneConfirmingProbe() {
        story.at(0).passes("feature_flags", 401);
        story.at(30).misses("feature_flags", "analytics_modules");
        assertThat(story.stateOf("feature_flags")).isEqualTo("suspect");
        assertThat(story.recheck()).contains(Duration.ofSeconds(1));
        story.wantsNothing();

        story.at(31).misses("feature_flags", "analytics_modules");
        story.wants("REGRESSION feature_flags 401 → 500: relation \"analytics_modules\" does not exist");
    }

    @Test
    void aFailureWithoutANamedCauseNeedsTwoConfirmingProbes() {
        story.at(0).passes("stats", 401);
        story.at(30).fails("stats", 500, Cause.APPLICATION_ERROR);
        story.at(31).fails("stats", 500, Cause.APPLICATION_ERROR);
        story.wantsNothing();

        story.at(32).fails("stats", 500, Cause.APPLICATION_ERROR);
        story.wants("REGRESSION stats 401 → 500: it broke");
    }

    @Test
    void aHiccupTellsNobodyAndDoesNotRestartTheTimeItHasBeenWell() {
        story.at(0).passes("stats", 200);
        story.at(30).fails("stats", 500, Cause.APPLICATION_ERROR);
        story.at(31).passes("stats", 200);

        assertThat(story.stateOf("stats")).isEqualTo("up");
        story.wantsNothing();
    }

    @Test
    void whatWasNeverGoodIsAnOutage() {
        story.at(0).misses("stats", "events");
        story.at(1).misses("stats", "events");

        story.wants("OUTAGE stats 500: relation \"events\" does not exist");
    }

    @Test
    void aPinnedFixThatBreaksIsACriticalRegressionForTheSecondTimeEvenWhenHoldfastNeverSawItGood() {
        story.given(Monitored.as("feature_flags").fixed(FIX));
        story.at(0).misses("feature_flags", "analytics_modules");
        story.at(1).misses("feature_flags", "analytics_modules");

        story.wants("REGRESSION feature_flags 500: relation \"analytics_modules\" does not exist"
                + " (fixed 2025-09-18 by 003_add_phase3_enhancements; 2nd time)");
        assertThat(story.only().severity()).isEqualTo(Severity.CRITICAL);
    }

    @Test
    void recoveryNeedsTwoGoodChecksAndARelapseInBetweenIsTheSameIncident() {
        breaks("stats", 0);
        story.at(40).passes("stats", 200);
        assertThat(story.stateOf("stats")).isEqualTo("recovering");
        story.at(70).misses("stats", "events");
        assertThat(story.stateOf("stats")).isEqualTo("down");
        story.at(100).passes("stats", 200);
        story.wantsNothing();

        story.at(130).passes("stats", 200);
        story.wants("RESOLVED stats after 2m 0s: relation \"events\" does not exist");
        assertThat(story.stateOf("stats")).isEqualTo("up");
    }

    @Test
    void theSameRootCauseAgainIsARecurrence() {
        breaks("stats", 0);
        recovers("stats", 100);
        story.wants("RESOLVED stats after 2m 0s: relation \"events\" does not exist");

        story.at(300).misses("stats", "events").at(301).misses("stats", "events");
        story.wants("REGRESSION stats 200 → 500: relation \"events\" does not exist (fixed 2026-01-02; 2nd time)");
        assertThat(story.incidents()).anyMatch(incident -> incident.origin().recurrenceOf() != null);
    }

    @Test
    void unknownNeitherOpensNorClosesNorConfirms() {
        story.at(0).passes("stats", 200);
        story.at(10).cannotTell("stats").at(11).cannotTell("stats").at(12).cannotTell("stats");
        assertThat(story.stateOf("stats")).isEqualTo("up");

        breaks("stats", 20);
        story.at(60).cannotTell("stats").at(90).cannotTell("stats").at(120).cannotTell("stats");
        assertThat(story.stateOf("stats")).isEqualTo("down");
        story.wantsNothing();
    }

    @Test
    void aChangedCauseUpdatesTheIncidentAndOpensNoOther() {
        breaks("stats", 0);
        story.at(60).fails("stats", 502, Cause.UPSTREAM_GATEWAY);

        story.wants("UPDATE REGRESSION stats 200 → 502: it broke");
        assertThat(story.only().fingerprint().value()).startsWith("upstream_gateway");
        story.at(90).fails("stats", 502, Cause.UPSTREAM_GATEWAY);
        story.wantsNothing();
    }

    @Test
    void aFailureThatOnlyMovedFromTheStatusIntoTheBodyIsNotOver() {
        breaks("stats", 0);
        story.at(60).missesUnderSuccess("stats", "events").at(90).missesUnderSuccess("stats", "events");

        assertThat(story.stateOf("stats")).isEqualTo("down");
        story.wantsNothing();
    }

    @Test
    void anEndpointThatAnswersAgainButNotAsExpectedIsForAPersonToReview() {
        breaks("stats", 0);
        story.at(60).redirects("stats").at(90).redirects("stats");

        assertThat(story.stateOf("stats")).isEqualTo("review");
        story.wants("RESOLVED stats after 1m 20s: relation \"events\" does not exist");
    }

    @Test
    void laterMembersOfOneRootCauseJoinByAnUpdateThatIsHeldToGatherThem() {
        breaks("stats", 0);
        story.at(12).passes("flags", 401);
        story.at(14).misses("flags", "events").at(15).misses("flags", "events");

        assertThat(story.only().failing()).hasSize(2);
        assertThat(story.owed()).allMatch(notice -> notice.dueAt().isAfter(notice.at()));
        story.wants("UPDATE REGRESSION stats and 1 more 200 → 500: relation \"events\" does not exist");
    }

    @Test
    void aLaterMemberTellsWhatTheFirstDidNotKnow() {
        breaks("stats", 0);
        story.given(Monitored.as("flags")
                .fixed(new Fix(FIX.at(), Cause.RELATION_MISSING, "events", FIX.by()))
                .worth(new Impact("contract", null, null))
                .explainedAt("https://wiki.example.com/events"));
        story.at(14).misses("flags", "events").at(15).misses("flags", "events");

        var incident = story.only();
        assertThat(incident.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(incident.origin().impact()).isEqualTo(new Impact("contract", null, null));
        assertThat(incident.origin().runbook()).hasToString("https://wiki.example.com/events");
        story.wants("UPDATE REGRESSION stats and 1 more 200 → 500: relation \"events\" does not exist"
                + " (fixed 2025-09-18 by 003_add_phase3_enhancements; 2nd time)");
    }

    @Test
    void theLastMemberToRecoverResolvesTheIncident() {
        breaks("stats", 0);
        story.at(14).misses("flags", "events").at(15).misses("flags", "events");
        story.wants("UPDATE REGRESSION stats and 1 more 200 → 500: relation \"events\" does not exist");

        recovers("stats", 100);
        story.wantsNothing();
        recovers("flags", 200);
        story.wants("RESOLVED stats and 1 more after 3m 40s: relation \"events\" does not exist");
    }

    @Test
    void twoRootCausesOnOneHostAreTwoIncidents() {
        breaks("stats", 0);
        story.at(14).misses("flags", "modules").at(15).misses("flags", "modules");

        story.wants("OUTAGE flags 500: relation \"modules\" does not exist");
        assertThat(story.incidents()).hasSize(2);
    }

    @Test
    void aChannelThatOnlyALaterMemberTellsLearnsOfTheOpeningAtOnce() {
        breaks("stats", 0);
        story.given(Monitored.as("flags").telling("managers"));
        story.at(14).misses("flags", "events").at(15).misses("flags", "events");

        assertThat(story.owed().stream()
                        .map(notice -> notice.channel() + " " + notice.event().type()))
                .containsExactly("oncall incident.updated", "managers incident.opened");
    }

    @Test
    void aRemovedMonitorLeavesItsIncidentSoThatItCanEnd() {
        breaks("stats", 0);
        story.at(60).isRemoved("stats");

        story.wants("RESOLVED stats after 50s: relation \"events\" does not exist");
    }

    @Test
    void anUpdateTakesThePlaceOfOneThatNobodyTriedToSendYet() {
        breaks("stats", 0);
        story.at(14).misses("flags", "events").at(15).misses("flags", "events");
        story.at(16).misses("users", "events").at(17).misses("users", "events");
        var first = story.owed().get(0);
        var second = story.owed().get(1);

        assertThat(second.replaces(first)).isTrue();
        assertThat(second.insteadOf(first).id()).isEqualTo(first.id());
        assertThat(second.insteadOf(first).dueAt()).isEqualTo(second.dueAt());
        assertThat(second.insteadOf(first).incident()).isEqualTo(second.incident());
    }

    /// Good at `second`, and down by a missing relation eleven seconds later.
    private void breaks(String monitor, int second) {
        story.at(second).passes(monitor, 200);
        story.at(second + 10).misses(monitor, "events");
        story.at(second + 11).misses(monitor, "events");
        story.wants("REGRESSION " + monitor + " 200 → 500: relation \"events\" does not exist");
    }

    private void recovers(String monitor, int second) {
        story.at(second).passes(monitor, 200).at(second + 30).passes(monitor, 200);
    }
}
